/** A length of time, coarse enough to be compared: `40 min`, `6.5 h`, `12 days`; `none` where there is none. */
export function hoursInWords(hours: number | null): string {
  if (hours === null) return 'none';
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  if (hours < 48) return `${round(hours)} h`;
  return `${round(hours / 24)} days`;
}

const round = (value: number): string =>
  value < 10 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0);
