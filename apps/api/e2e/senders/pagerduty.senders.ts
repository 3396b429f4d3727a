import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { Agent, createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { event } from '@pagerduty/pdjs';
import type { Signal } from '@plumbline/shared/contract/signal';
import type { Source } from '@plumbline/shared/contract/source';
import { setUpNorthwind, type Desk } from '../cast.js';
import { startTestApi, type TestApi } from '../start-test-api.js';

let api: TestApi;
let desk: Desk;
let source: Source;
let routingKey: string;
/** PagerDuty's client speaks https only: a proxy with a certificate of its own, as operators put one in front. */
let proxy: Server;
let agent: Agent;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  const added = await desk.hana.post('/sources', { kind: 'pagerduty', name: 'Pagers' });
  ({ source, apiKey: routingKey } = added.body as { source: Source; apiKey: string });
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request509 = 'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost';
  const names = ['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert];
  const made = spawnSync('openssl', [...request509.split(' '), ...names]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  const ca = readFileSync(cert);
  agent = new Agent({ ca });
  proxy = createServer({ key: readFileSync(key), cert: ca }, (incoming, outgoing) => {
    const { method, headers } = incoming;
    const forward = request(`${api.url}${incoming.url}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(forward);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  rmSync(folder, { recursive: true });
});
afterAll(async () => {
  agent?.destroy();
  proxy?.close();
  await api?.stop();
});

test('PagerDuty’s own client triggers, acknowledges and resolves', async () => {
  const send = (action: 'trigger' | 'acknowledge' | 'resolve') =>
    event({
      server: `localhost:${(proxy.address() as AddressInfo).port}`,
      agent,
      data: {
        routing_key: routingKey,
        event_action: action,
        dedup_key: 'judge-drift',
        payload: { summary: 'Judge drifts', source: 'trainer', severity: 'error' },
      },
    } as Parameters<typeof event>[0]);
  for (const action of ['trigger', 'acknowledge', 'resolve'] as const) {
    const { data } = await send(action);
    expect(data).toEqual({ status: 'success', message: 'Event processed', dedup_key: 'judge-drift' });
  }
  const alerts = (await desk.hana.get(`/signals?source=${source.id}`)).body.items as Signal[];
  expect(alerts).toMatchObject([{ title: 'Judge drifts', severity: 'error', state: 'resolved', count: 1 }]);
});
