import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';

const program = join(import.meta.dirname, '..', '..', 'api', 'dist', 'harness', 'start.js');

/** The built program with the built web pages, on an empty database of its own. */
export interface PlumblineProcess {
  url: string;
  /** For what no door shows: only to prepare or to look, never instead of a door. */
  databaseUrl: string;
  stop(): Promise<void>;
}

/** Starts what `npm start` starts, in a process of its own, on the test run's PostgreSQL. */
export async function startPlumbline(environment: Record<string, string> = {}): Promise<PlumblineProcess> {
  const server = process.env.PLUMBLINE_TEST_SERVER;
  if (!server) throw new Error('The test server is not running: start Jest with its own configuration.');
  const name = `browser_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE plumbline_template STRATEGY FILE_COPY`);
  const databaseUrl = `${server}/${name}`;
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      LOG_LEVEL: 'error',
      PLUMBLINE_UNSAFE_TEST: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await readiness(child);
  return {
    url: `http://localhost:${port}`,
    databaseUrl,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function readiness(child: ChildProcess): Promise<void> {
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      child.emit('words');
    });
  while (!output.includes('Plumbline is ready')) {
    if (child.exitCode !== null) throw new Error(`Plumbline did not start:\n${output}`);
    await Promise.race([once(child, 'words'), once(child, 'exit')]);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
