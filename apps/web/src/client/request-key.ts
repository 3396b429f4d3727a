/**
 * A random Idempotency-Key, 128 bits. `crypto.randomUUID` is missing on plain http off loopback,
 * `getRandomValues` is not.
 */
export function requestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
