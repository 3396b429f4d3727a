import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Finds a loopback port that nobody listens on. @param wanted 0 for any @throws when `wanted` is taken */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** The port this file remembers while it is free, otherwise a new one, remembered from now on. */
export async function keepPort(file: string): Promise<number> {
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = await freePort(kept).catch(() => freePort());
  if (port !== kept) writeFileSync(file, String(port));
  return port;
}
