import { readInstant } from '../../contract/read-instant.js';
import { nearest } from './nearest.js';
import { queryField, queryFieldNames, type QueryFieldName } from './query-field.js';
import { readMoment } from './moment.js';

/** An answer as the language writes it, or the sentence that says why it is none. */
export type ReadValue = { value: string } | { message: string };

const longest = 200;

/** Reads one answer to a field, however it was spelt: `SEV1`, `"near miss"`, `measure-2.13`, `7d`. */
export function readValue(name: QueryFieldName, written: string): ReadValue {
  const text = written.trim();
  const field = queryField(name);
  if (text.length > longest) return { message: `Use at most ${longest} characters after “${name}:”.` };
  switch (field.answer) {
    case 'choice':
      return readChoice(name, text, field.values!);
    case 'rmf':
      return readRmf(text);
    case 'moment':
      return readWhen(name, text);
    case 'incident': {
      const number = /^(?:inc-)?([1-9]\d{0,8})$/i.exec(text)?.[1];
      return number ? { value: `INC-${number}` } : { message: `“${text}” is no incident. Write key:INC-7.` };
    }
    default:
      return { value: name === 'owner' && /^(me|nobody)$/i.test(text) ? text.toLowerCase() : text };
  }
}

function readChoice(name: QueryFieldName, text: string, values: Record<string, string>): ReadValue {
  const wanted = text.toLowerCase();
  const value =
    Object.keys(values).find((one) => one === wanted || one === wanted.replace(/[\s-]/g, '_')) ??
    Object.keys(values).find((one) => values[one]!.toLowerCase() === wanted);
  if (value !== undefined) return { value };
  const elsewhere = queryFieldNames.find((other) => {
    const { answer, values: theirs } = queryField(other);
    return other !== name && answer === 'choice' && Object.hasOwn(theirs!, wanted);
  });
  const near = nearest(wanted, Object.keys(values));
  const hint = near
    ? `Did you mean “${near}”?`
    : elsewhere
      ? `That is ${elsewhere}:${wanted}.`
      : `Write one of ${Object.keys(values).join(', ')}.`;
  return { message: `“${text}” is no answer to “${name}”. ${hint}` };
}

function readRmf(text: string): ReadValue {
  const match = /^(govern|map|measure|manage)(?:[\s-](\d{1,2}(?:\.\d{1,2})?))?$/i.exec(text);
  if (!match)
    return { message: `“${text}” is not in NIST AI RMF. Write MEASURE, MEASURE-2 or MEASURE-2.13.` };
  return { value: [match[1]!.toUpperCase(), match[2]].filter(Boolean).join('-') };
}

function readWhen(name: QueryFieldName, text: string): ReadValue {
  const instant = readInstant(text.toUpperCase());
  if (instant !== null) return { value: instant };
  const wanted = text.toLowerCase();
  if (readMoment(wanted, new Date(0)) !== null) return { value: wanted };
  return {
    message: `“${text}” is no time. Write ${name}:7d, ${name}:today, ${name}:2026-11-19 or ${name}:2026-11-19T14:20:00Z.`,
  };
}
