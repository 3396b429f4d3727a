import { createHash } from 'node:crypto';
import { mechanism, type Mechanism } from '@plumbline/shared/taxonomy/values/classification';
import { readInstant } from '@plumbline/shared/contract/read-instant';

// Tools send what they like: nothing here refuses, everything is cut to what we can keep.

/** @returns the value as text of at most `most` characters; '' for what is neither text, number nor truth value */
export function textFrom(value: unknown, most: number): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '';
  const text = String(value).trim();
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

/** A key of at most 300 characters that stays apart from others: what is longer ends in its digest. */
export function keyFrom(text: string): string {
  if (text.length <= 300) return text;
  return `${text.slice(0, 200).toWellFormed()}#${createHash('sha256').update(text).digest('hex')}`;
}

/** @returns the link if a browser may open it, else '' */
export function linkFrom(value: unknown): string {
  return typeof value === 'string' && value.length <= 2000 && /^https?:\/\/\S+$/.test(value) ? value : '';
}

/** Labels as text: at most 100, names of 120 and values of 2,000 characters. */
export function labelsFrom(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const entries = Object.entries(value).flatMap(([name, each]): [string, string][] => {
    const text = textFrom(each, 2000);
    return text === '' || name === '' || name.length > 120 || name === '__proto__' ? [] : [[name, text]];
  });
  return Object.fromEntries(entries.slice(0, 100));
}

const environments: Record<string, string> = {
  prod: 'production',
  prd: 'production',
  live: 'production',
  stage: 'staging',
  stg: 'staging',
  eval: 'evaluation',
  train: 'training',
};

/** @returns our word for an environment where there is one, else the tool's */
export function environmentFrom(value: unknown): string {
  const text = textFrom(value, 60);
  return environments[text.toLowerCase()] ?? text;
}

/** @returns null unless it is one of our words for a mechanism */
export function mechanismFrom(value: unknown): Mechanism | null {
  return typeof value === 'string' && Object.hasOwn(mechanism, value) ? (value as Mechanism) : null;
}

/** @returns milliseconds since 1970, or null for what is no ISO 8601 instant of our time */
export function instantFrom(value: unknown): number | null {
  const instant = typeof value === 'string' ? readInstant(value) : null;
  return instant === null ? null : Date.parse(instant);
}

/** @returns the key of one of our incidents, where a tool hands it back */
export function incidentKeyFrom(value: unknown): string | null {
  return typeof value === 'string' && /^INC-[1-9]\d{0,8}$/.test(value) ? value : null;
}
