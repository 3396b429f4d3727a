import { z } from 'zod';
import { Id, text } from './primitives.js';

/** An e-mail address; the letter case does not matter where it is compared. */
export const Email = z
  .string()
  .trim()
  .max(254, 'Use at most 254 characters')
  .pipe(z.email('Write an e-mail address such as hana@example.org'))
  .meta({ example: 'hana@example.org' });

/** A password to be set. Length is what counts; any characters will do. */
export const NewPassword = z
  .string()
  .min(10, 'Use at least 10 characters')
  .max(200, 'Use at most 200 characters')
  .meta({ example: 'a long and private sentence' });

/** What a person is called on screen. */
export const PersonName = text(120);

export const Person = z.object({ id: Id, name: z.string(), email: z.string() }).meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;
