import { gzipSync } from 'node:zlib';
import SnappyJS from 'snappyjs';
import { browser, cookieOf, hanaSato, password } from '../cast.js';
import { StormStage } from './storm-stage.js';

let stage: StormStage;

beforeAll(async () => {
  stage = await StormStage.open();
});
afterAll(() => stage?.close());

/** A thousand values of one series. */
function thousand(from: number): string {
  const begin = Math.floor(Date.now() / 60_000) * 60_000 - 300 * 24 * 3_600_000;
  const points = Array.from({ length: 1000 }, (_, index) => ({
    metric: 'watch',
    at: new Date(begin + ((from * 1000 + index) % 400_000) * 60_000).toISOString(),
    value: from + index / 1000,
    segment: `s${from % 20}`,
  }));
  return JSON.stringify({ points });
}

async function send(path: string, body: string): Promise<{ status: number; retryAfter: string | null }> {
  const answer = await fetch(`${stage.plumbline.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stage.key}`, 'content-type': 'application/json' },
    body,
  });
  await answer.arrayBuffer();
  return { status: answer.status, retryAfter: answer.headers.get('retry-after') };
}

const floodMs = 20_000;

test('in a flood of values more is refused than can be stored, alerts go through, and memory stays', async () => {
  await send('/observations', thousand(0));
  const idle = stage.memory();
  let most = idle;
  const values = new Map<number, number>();
  const alerts = new Map<number, number>();
  const waits = new Set<string | null>();
  const until = Date.now() + floodMs;
  let next = 0;
  const count = (counts: Map<number, number>, status: number): void =>
    void counts.set(status, (counts.get(status) ?? 0) + 1);
  const flooding = Array.from({ length: 64 }, async () => {
    while (Date.now() < until) {
      const { status, retryAfter } = await send('/observations', thousand(++next));
      count(values, status);
      if (status === 503) waits.add(retryAfter);
      most = Math.max(most, stage.memory());
    }
  });
  const alerting = Array.from({ length: 4 }, async () => {
    while (Date.now() < until) {
      const dedupKey = `flood-${++next}`;
      const { status } = await send('/signals', JSON.stringify({ dedupKey, title: `Alert ${next % 5}` }));
      count(alerts, status);
    }
  });
  await Promise.all([...flooding, ...alerting]);
  console.log(
    `Values ${JSON.stringify([...values])}, alerts ${JSON.stringify([...alerts])}, ` +
      `memory idle ${idle.toFixed(0)} MB, at most ${most.toFixed(0)} MB (${(most / idle).toFixed(2)} times)`,
  );
  expect([...values.keys()].sort()).toEqual([202, 503]);
  expect([...alerts.keys()]).toEqual([202]);
  expect([...waits]).toEqual(['5']);
  expect(most).toBeLessThan(2 * idle);
}, 120_000);

describe('bombs', () => {
  const zeroes = Buffer.alloc(64 * 1024 * 1024);
  const json = { 'content-type': 'application/json' };
  const written = { 'content-type': 'application/x-protobuf' };
  test.each<[string, string, string, Uint8Array<ArrayBuffer>, Record<string, string>]>([
    [
      'gzip at the door of alerts',
      'grafana',
      'alertmanager',
      gzipSync(zeroes),
      { ...json, 'content-encoding': 'gzip' },
    ],
    ['gzip at OTLP', 'otlp', 'otlp/v1/metrics', gzipSync(zeroes), { ...json, 'content-encoding': 'gzip' }],
    [
      'snappy at remote write',
      'prometheus',
      'prometheus/write',
      new Uint8Array(SnappyJS.compress(zeroes)),
      { ...written, 'content-encoding': 'snappy' },
    ],
  ])(
    '%s: 64 MB in a small body are refused before they are there',
    async (name, kind, door, body, headers) => {
      const signedIn = await browser(stage.plumbline).post('/session', { email: hanaSato.email, password });
      const hana = browser(stage.plumbline, cookieOf(signedIn));
      const added = await hana.post('/sources', { kind, name: `Bombs ${kind}` });
      const address = `${stage.plumbline.url}/ingest/${added.body.source.slug}/${door}`;
      const times: number[] = [];
      for (let round = 0; round < 5; round++) {
        const began = performance.now();
        const answer = await fetch(address, {
          method: 'POST',
          headers: { ...headers, authorization: `Bearer ${added.body.apiKey}` },
          body,
        });
        await answer.arrayBuffer();
        times.push(performance.now() - began);
        expect(answer.status).toBe(413);
      }
      console.log(
        `${name}: ${body.length} bytes refused in ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`,
      );
    },
  );
});
