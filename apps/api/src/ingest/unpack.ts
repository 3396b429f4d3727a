import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import SnappyJS from 'snappyjs';
import { Problem } from '../platform/problem/problem.js';

const inflaters = { gzip: promisify(gunzip), 'x-gzip': promisify(gunzip), deflate: promisify(inflate) };

/**
 * Unpacks a body. Inflating stops as soon as there is more than `most` bytes, whatever the body promises: a bomb costs
 * no more than that.
 * @param encoding the `Content-Encoding` header; '' is "as it is"
 * @throws Problem 413 for more, 415 for an encoding that is not known, 400 for what cannot be unpacked
 */
export async function unpack(body: Buffer, encoding: string, most: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity') {
    if (body.length > most) throw tooLarge(most);
    return body;
  }
  if (name === 'snappy') return unsnap(body, most);
  if (!Object.hasOwn(inflaters, name))
    throw new Problem(
      'request/unsupported-type',
      `Send the body as it is, or packed with gzip, not ${name.slice(0, 40)}.`,
    );
  try {
    return await inflaters[name as keyof typeof inflaters](body, { maxOutputLength: most });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
    throw new Problem('request/malformed', `The body says that it is packed with ${name}, and it is not.`);
  }
}

/** The block format, as remote write has it: it says itself how much it unpacks to, and what is too much is not begun. */
function unsnap(body: Buffer, most: number): Buffer {
  try {
    return Buffer.from(SnappyJS.uncompress(body, most));
  } catch (error) {
    if (error instanceof Error && error.message.includes('too big')) throw tooLarge(most);
    throw new Problem('request/malformed', 'The body is not packed with snappy, as its header says.');
  }
}

function tooLarge(most: number): Problem {
  return new Problem(
    'request/too-large',
    `Unpacked, the body is larger than ${most / 1024 / 1024} MB. Send less at once.`,
  );
}
