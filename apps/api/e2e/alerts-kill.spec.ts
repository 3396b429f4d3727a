import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Signal } from '@plumbline/shared/contract/signal';
import { freePort } from '../src/harness/free-port.js';
import { browser, cookieOf, hanaSato, password, script, type Answer, type Voice } from './cast.js';
import { databasePid, RunningPlumbline } from './running-plumbline.js';

let folder: string;
let port: number;
let plumbline: RunningPlumbline;
let tool: Voice;
let number = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-alerts-'));
  port = await freePort();
  plumbline = await new RunningPlumbline(folder, port, {
    PLUMBLINE_ADMIN_EMAIL: hanaSato.email,
    PLUMBLINE_ADMIN_PASSWORD: password,
    PLUMBLINE_ADMIN_WORKSPACE: 'Northwind',
  }).ready();
  const signedIn = await browser(plumbline).post('/session', { email: hanaSato.email, password });
  const scopes = ['signals:write', 'incidents:read'];
  const issued = await browser(plumbline, cookieOf(signedIn)).post('/api-keys', { name: 'Story', scopes });
  tool = script(plumbline, issued.body.key as string);
});
afterAll(async () => {
  await plumbline?.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** Eight senders at once, each the next alert after the last answer, until `enough` says so or nobody answers. */
async function flood(enough: (acknowledged: number) => boolean): Promise<Set<string>> {
  const acknowledged = new Set<string>();
  const sender = async (): Promise<void> => {
    while (!enough(acknowledged.size)) {
      const dedupKey = `flood-${++number}`;
      const alert = { dedupKey, title: `Wave ${dedupKey}`, labels: { alertname: `Group ${number % 7}` } };
      const answer = await tool.post('/signals', alert).catch((): null => null);
      if (answer?.status !== 202) return;
      acknowledged.add(dedupKey);
    }
  };
  await Promise.all(Array.from({ length: 8 }, sender));
  return acknowledged;
}

async function everything(): Promise<Signal[]> {
  const found: Signal[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Answer = await tool.get(`/signals?limit=100${cursor ? `&cursor=${cursor}` : ''}`);
    found.push(...(page.body.items as Signal[]));
    cursor = page.body.next as string | null;
  }
  return found;
}

/** Sends until `kill` strikes in the middle; what was acknowledged before must be there afterwards. */
async function killedInTheMiddle(kill: () => void): Promise<{ acknowledged: Set<string>; found: Signal[] }> {
  let struck = false;
  const acknowledged = await flood((count) => {
    if (count >= 60 && !struck) {
      struck = true;
      kill();
    }
    return false;
  });
  await plumbline.end('SIGKILL');
  plumbline = await new RunningPlumbline(folder, port).ready();
  return { acknowledged, found: await everything() };
}

test.each<[string, () => void]>([
  ['the API', () => void plumbline.end('SIGKILL')],
  ['the database', () => process.kill(databasePid(folder), 'SIGKILL')],
])(
  '%s killed in a flood of alerts: none that was acknowledged is lost, none is there twice',
  async (_, kill) => {
    const { acknowledged, found } = await killedInTheMiddle(kill);
    expect(acknowledged.size).toBeGreaterThanOrEqual(60);
    const keys = found.map(({ dedupKey }) => dedupKey);
    expect([...acknowledged].filter((key) => !keys.includes(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(found.filter(({ count, incident }) => count !== 1 || incident === null)).toEqual([]);
    const incidents = new Set(found.map(({ incident }) => incident!.key));
    expect(incidents.size).toBeLessThanOrEqual(8);
  },
);
