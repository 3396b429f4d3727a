import { databasePid } from '../running-plumbline.js';
import { StormStage } from './storm-stage.js';

let stage: StormStage;
let number = 0;

beforeAll(async () => {
  stage = await StormStage.open();
});
afterAll(() => stage?.close());

interface Acknowledged {
  alerts: Set<string>;
  /** Minute of each point since the beginning of the story. */
  points: Set<number>;
}

const begin = Math.floor(Date.now() / 60_000) * 60_000 - 300 * 24 * 3_600_000;
const minute = (index: number): string => new Date(begin + index * 60_000).toISOString();

/** Four senders of alerts and four of values, each the next after the last answer, until nobody answers. */
async function flood(strikeAt: number, strike: () => void): Promise<Acknowledged> {
  const told: Acknowledged = { alerts: new Set(), points: new Set() };
  const { tool } = stage;
  const note = (): void => {
    if (told.alerts.size + told.points.size >= strikeAt) strike();
  };
  const alerts = async (): Promise<void> => {
    for (;;) {
      const dedupKey = `storm-${++number}`;
      const alert = { dedupKey, title: `Wave ${dedupKey}`, labels: { alertname: `Group ${number % 7}` } };
      const answer = await tool.post('/signals', alert).catch((): null => null);
      if (answer?.status !== 202) return;
      told.alerts.add(dedupKey);
      note();
    }
  };
  const points = async (): Promise<void> => {
    for (;;) {
      const at = ++number;
      const answer = await tool
        .post('/observations', { points: [{ metric: 'watch', at: minute(at), value: at }] })
        .catch((): null => null);
      if (answer?.status !== 202) return;
      told.points.add(at);
      note();
    }
  };
  await Promise.all([...Array.from({ length: 4 }, alerts), ...Array.from({ length: 4 }, points)]);
  return told;
}

test.each<[string, () => void]>([
  ['the API', () => void stage.plumbline.end('SIGKILL')],
  ['the database', () => process.kill(databasePid(stage.folder), 'SIGKILL')],
])(
  '%s killed under load: no acknowledged alert or value is lost, none is there twice',
  async (_, kill) => {
    let struck = false;
    const { alerts, points } = await flood(150, () => {
      if (!struck) kill();
      struck = true;
    });
    await stage.restart();
    expect(alerts.size).toBeGreaterThan(10);
    expect(points.size).toBeGreaterThan(10);
    const kept = await stage.query<{ key: string; count: number; homeless: boolean }>(
      'SELECT dedup_key AS key, count, incident_id IS NULL AS homeless FROM signal',
    );
    const keys = kept.map(({ key }) => key);
    expect([...alerts].filter((key) => !keys.includes(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(kept.filter(({ count, homeless }) => count !== 1 || homeless)).toEqual([]);
    const values = await stage.query<{ at: Date; value: number }>('SELECT ts AS at, value FROM observation');
    const byTime = new Map(values.map(({ at, value }) => [at.toISOString(), value]));
    expect([...points].filter((at) => byTime.get(minute(at)) !== at)).toEqual([]);
    expect(byTime.size).toBe(values.length);
    const [record] = await stage.query<{ acts: number; counted: number }>(
      `SELECT (SELECT count(*)::int FROM activity a WHERE a.workspace_id = c.workspace_id) AS acts,
              c.activity_seq::int AS counted FROM workspace_counter c`,
    );
    expect(record!.acts).toBe(record!.counted);
  },
  120_000,
);
