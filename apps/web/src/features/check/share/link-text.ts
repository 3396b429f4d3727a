import { nothingPasted, type Pasted, readPasted } from '../pasted.js';

/** Longer links are cut off by mail programs and chats. */
export const mostLinkCharacters = 16_000;
const mostBytes = 4_000_000;
const start = 'd=';

/** What was pasted as the fragment of an address: packed, and never sent to any server. */
export async function fragmentOf({ text, said }: Pasted): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify({ text, said }));
  const packed = await readAll(throughStream(bytes, new CompressionStream('deflate-raw')), Infinity);
  return start + base64Of(packed!);
}

/**
 * Reads a fragment back.
 * @param hash of the address, with or without its #
 * @returns null when the address carries no data, a sentence when they cannot be read
 */
export async function pastedFromFragment(hash: string): Promise<Pasted | string | null> {
  const fragment = hash.replace(/^#/, '');
  if (!fragment.startsWith(start)) return null;
  try {
    const packed = bytesOf(fragment.slice(start.length));
    // What unpacks to more than any paste may hold is not read to its end.
    const bytes = await readAll(throughStream(packed, new DecompressionStream('deflate-raw')), mostBytes);
    if (bytes) {
      const pasted = readPasted(JSON.parse(new TextDecoder().decode(bytes)));
      if (pasted !== nothingPasted) return pasted;
    }
  } catch {
    // Cut off or mistyped: said below.
  }
  return 'This link is damaged or was cut off. Ask for it again, or paste the columns themselves.';
}

function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

/** @returns null when there are more than `most` bytes */
async function readAll(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Base 64 with letters that an address may hold as they are. */
function base64Of(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOf(words: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(words.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );
}
