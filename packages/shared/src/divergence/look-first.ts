/** What is given away in the evidence by weighing many shapes of a fault; see the method of pairs. */
const shapesWeight = 2.8;

/**
 * Which of many pairs deserve a look now, so that at most a share `rate` of those named is expected to be there by
 * chance, however the pairs hang together: Benjamini-Hochberg on e-values (Wang & Ramdas 2022). The evidence of a
 * pair grows at most linearly with its audits while nothing is wrong, so that evidence over audits is an e-value.
 * @param pairs log evidence of each and the audits that made it; null evidence is never named
 * @param rate share of false names that is accepted, 0 to 1
 * @returns one answer for each pair, in order
 */
export function lookFirst(pairs: readonly { score: number | null; audits: number }[], rate = 0.1): boolean[] {
  const logs = pairs.map(({ score, audits }) =>
    score === null ? -Infinity : score - shapesWeight - Math.log(Math.max(1, audits)),
  );
  const ordered = logs.toSorted((one, other) => other - one);
  let bound = Infinity;
  ordered.forEach((log, place) => {
    if (log >= Math.log(pairs.length / (rate * (place + 1)))) bound = log;
  });
  return logs.map((log) => log >= bound && log > -Infinity);
}
