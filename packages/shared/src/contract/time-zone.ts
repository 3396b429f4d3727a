import { z } from 'zod';

/** @returns whether this machine knows a time zone by this IANA name */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

/** An IANA time zone: deadlines and digests of a workspace follow it. */
export const TimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, 'Write a time zone such as Europe/Zurich')
  .meta({ example: 'Europe/Zurich' });
