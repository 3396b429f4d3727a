import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const keyShape = /^plk_([0-9A-Za-z]{10})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

/** What is stored of a secret: it cannot be turned back. The secrets are random, so a plain digest is enough. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Letters and digits that nobody can guess; 43 of them hold 256 bits. */
export function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      // 248 is the largest multiple of 62 in a byte: above it the first digits would come more often.
      if (byte < 248 && text.length < length) text += digits[byte % 62];
    }
  }
  return text;
}

/** Six digits over the rest of a key: scanners and we ourselves tell a mistyped key without asking the database. */
function checksum(text: string): string {
  let rest = crc32(text);
  let sum = '';
  for (let place = 0; place < 6; place++, rest = Math.floor(rest / 62)) sum = digits[rest % 62]! + sum;
  return sum;
}

/** A new API key, `plk_<id>_<secret><crc>`, and the part of it that may be shown for ever. */
export function newApiKey(): { key: string; prefix: string } {
  const prefix = `plk_${randomText(10)}`;
  const body = `${prefix}_${randomText(43)}`;
  return { key: body + checksum(body), prefix };
}

const routingKeyShape = /^[0-9a-zA-Z]{32}$/;

/** A key in the shape that PagerDuty's clients insist on: 32 letters and digits. */
export function newRoutingKey(): { key: string; prefix: string } {
  const key = randomText(32);
  return { key, prefix: key.slice(0, 6) };
}

export function isRoutingKey(text: string): boolean {
  return routingKeyShape.test(text);
}

/** @returns whether a text has the shape of a key and its checksum is right */
export function isApiKey(text: string): boolean {
  const match = keyShape.exec(text);
  return match !== null && checksum(text.slice(0, -6)) === match[3];
}
