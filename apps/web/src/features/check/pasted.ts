import type { SaidColumns } from './table/read-columns.js';

/** What somebody brought along: a text, and what they said of its columns. Everything else follows from it. */
export interface Pasted {
  text: string;
  said: SaidColumns;
}

export const nothingPasted: Pasted = { text: '', said: {} };

const roles = ['axis', 'proxy', 'intent', 'n', 'ignore'];
const axes = ['step', 'time', 'kl'];
const directions = ['higher', 'lower'];
const scales = ['share', 'percent', 'score', 'unbounded'];

/** Reads what came from a link or from storage; what does not fit is dropped. */
export function readPasted(value: unknown): Pasted {
  if (!isRecord(value) || typeof value.text !== 'string') return nothingPasted;
  const given = isRecord(value.said) ? value.said : {};
  const said: SaidColumns = {};
  if (Array.isArray(given.roles) && given.roles.every((role) => roles.includes(role as string)))
    said.roles = given.roles as SaidColumns['roles'];
  if (axes.includes(given.axis as string)) said.axis = given.axis as SaidColumns['axis'];
  for (const half of ['proxy', 'intent'] as const) {
    const kind = given[half];
    if (!isRecord(kind)) continue;
    said[half] = {
      ...(directions.includes(kind.direction as string) ? { direction: kind.direction as 'higher' } : {}),
      ...(scales.includes(kind.scale as string) ? { scale: kind.scale as 'share' } : {}),
    };
  }
  return { text: value.text, said };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
