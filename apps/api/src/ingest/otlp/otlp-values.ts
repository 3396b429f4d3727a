import { textFrom } from '../vendor-text.js';

export type Given = Record<string, unknown>;

/** @returns the entries of a list that are objects; [] for what is no list */
export function objectsOf(value: unknown): Given[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (each): each is Given => typeof each === 'object' && each !== null && !Array.isArray(each),
  );
}

export function objectOf(value: unknown): Given {
  return objectsOf([value])[0] ?? {};
}

/** Reads nanoseconds since 1970, text or number. @returns milliseconds; null where nothing is said */
export function millisecondsOf(nanoseconds: unknown): number | null {
  if (typeof nanoseconds !== 'string' && typeof nanoseconds !== 'number') return null;
  if (!/^\d{1,20}$/.test(String(nanoseconds))) return null;
  const milliseconds = Number(BigInt(nanoseconds) / 1_000_000n);
  return milliseconds > 0 ? milliseconds : null;
}

/** @returns the number, also where JSON writes a 64-bit integer as text; null for anything else */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** @returns the value inside an AnyValue, where it is one; null for lists and maps */
export function valueOf(any: unknown): string | number | boolean | null {
  const { stringValue, boolValue, intValue, doubleValue } = objectOf(any);
  if (typeof stringValue === 'string') return stringValue;
  if (typeof boolValue === 'boolean') return boolValue;
  return numberOf(intValue) ?? numberOf(doubleValue);
}

/** Attributes as labels: plain values only, at most 100. */
export function labelsOf(...lists: unknown[]): Record<string, string> {
  const entries = lists.flatMap(objectsOf).flatMap(({ key, value }): [string, string][] => {
    const text = textFrom(valueOf(value), 2000);
    const named = typeof key === 'string' && key !== '' && key.length <= 120 && key !== '__proto__';
    return named && text !== '' ? [[key, text]] : [];
  });
  return Object.fromEntries(entries.slice(0, 100));
}
