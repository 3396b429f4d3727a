import { z } from 'zod';
import { readInstant } from './read-instant.js';

/** Trimmed, non-empty text of at most `max` characters. */
export function text(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'Write something here')
    .max(max, `Use at most ${max.toLocaleString('en')} characters`);
}

/** Text that may be empty: '' is "nothing said". */
export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max, `Use at most ${max.toLocaleString('en')} characters`);
}

/** Row id: UUID version 7. */
export const Id = z.uuid('This is not an id').meta({ example: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10' });
export type Id = z.infer<typeof Id>;

/** A moment in time, as every response writes it and every request may: ISO 8601 with `Z` or an offset. */
export const Instant = z
  .string()
  .transform((value, context) => {
    const instant = readInstant(value);
    if (instant !== null) return instant;
    context.addIssue({
      code: 'custom',
      message: 'Write a time such as 2026-11-19T14:20:00Z, between 1970 and 2100',
    });
    return z.NEVER;
  })
  .meta({ example: '2026-11-19T14:20:00.000Z', override: { type: 'string', format: 'date-time' } });
export type Instant = string;

/** A calendar day, `2026-12-14`. */
export const Day = z.iso
  .date('Write a day such as 2026-12-14')
  .refine((day) => day >= '1970-01-01' && day <= '2100-12-31', 'Use a day between 1970 and 2100')
  .meta({ example: '2026-12-14' });
export type Day = string;

/** A web address that a browser may open. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: 'Write an address that starts with http:// or https://' })
  .max(2000);

/** Short machine name: `feed-ranker`. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, 'Use 1 to 48 lower-case letters, digits and hyphens')
  .meta({ example: 'feed-ranker' });

/** Query flag: `?drills=true`. */
export const Flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A page of a list. `next` is the cursor of the page after it, null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** The paging part of a list's query. */
export const PageQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** The person or machine behind an act, as lists and timelines name it. */
export const ActorRef = z.object({
  kind: z.enum(['person', 'key', 'system', 'detector', 'tool']),
  id: z.string().nullable(),
  name: z.string(),
});
export type ActorRef = z.infer<typeof ActorRef>;
