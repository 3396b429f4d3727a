/** Text between quotes as it is, or a number that JSON does not have. */
const stringOrOdd = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/** JSON as Python writes it: bare NaN and Infinity, which mean "not known" here. */
export function withoutNan(text: string): string {
  return text.replace(stringOrOdd, (found) => (found.startsWith('"') ? found : 'null'));
}
