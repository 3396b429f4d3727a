import type { Overview } from './overview-queries.js';

type Told = Pick<Overview, 'open' | 'untriaged' | 'logged' | 'openByAge'>;

const counted = (count: number, one: string, many: string): string =>
  `${count === 0 ? 'no' : count.toLocaleString('en')} ${count === 1 ? one : many}`;

const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1);

/** What the overview says in a sentence: what is open, what of it is old, what waits, and whether more comes in. */
export function overviewSentence({ open, untriaged, logged, openByAge }: Told): string {
  const old = openByAge.reduce((sum, { ages }) => sum + ages.slice(3).reduce((a, b) => a + b, 0), 0);
  const first = `${capital(counted(open.now, 'incident is', 'incidents are'))} open${
    old > 0 ? `, ${old.toLocaleString('en')} of them for more than 30 days` : ''
  }`;
  const waiting =
    untriaged.now === 0 ? 'none waits for triage' : `${counted(untriaged.now, 'waits', 'wait')} for triage`;
  return `${first}; ${waiting}. ${trend(logged)}`;
}

function trend({ now, before }: Overview['logged']): string {
  if (now === 0 && before === 0) return 'Nothing was logged in this period or the one before.';
  if (now === before) return `As many were logged as in the period before: ${now}.`;
  return `${capital(counted(now, 'was', 'were'))} logged, ${now > before ? 'more' : 'fewer'} than the ${before} of the period before.`;
}
