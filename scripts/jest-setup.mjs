// Before Jest: one PostgreSQL for the whole run. Uses the build, which npm test has just made.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export default async function setup() {
  const built = join(import.meta.dirname, '..', 'apps', 'api', 'dist', 'harness', 'test-server.js');
  if (!existsSync(built)) throw new Error('The API is not built yet: run "npm run build" before Jest alone.');
  const { startTestServer } = await import(pathToFileURL(built).href);
  const server = await startTestServer();
  process.env.PLUMBLINE_TEST_SERVER = server.url;
  globalThis.plumblineTestServer = server;
}
