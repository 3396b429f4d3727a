import type { Desk } from './cast.js';
import type { MadeUpPair } from './made-up-pair.js';

/** The keys of both halves of a pair. */
export interface Halves {
  proxy: string;
  intent: string;
}

/** A system in which pairs are watched and values are sent. */
export class MeasuringBench {
  private count = 0;

  private constructor(private readonly desk: Desk) {}

  static async furnish(desk: Desk): Promise<MeasuringBench> {
    await desk.hana.post('/systems', { key: 'feed', name: 'Feed ranker', stage: 'production' });
    return new MeasuringBench(desk);
  }

  /** A watched pair of two metrics of its own. */
  async watch(given: object = {}): Promise<Halves & { id: string }> {
    this.count += 1;
    const { hana } = this.desk;
    const stated = {
      name: `Worthwhile ${this.count}`,
      intent: 'People say their time was well spent.',
      specification: 'Maximise watch time.',
    };
    const objectiveId = (await hana.post('/systems/feed/objectives', stated)).body.id;
    const define = async (key: string, facts: object): Promise<string> => {
      const { body } = await hana.post('/metrics', { system: 'feed', key, name: key, objectiveId, ...facts });
      await hana.post(`/metrics/${body.id}/activate`);
      return body.id as string;
    };
    const [proxy, intent] = [`watch-${this.count}`, `joy-${this.count}`];
    const proxyMetricId = await define(proxy, { role: 'proxy', scale: 'unbounded', unit: 'min' });
    const intentMetricId = await define(intent, { role: 'intent', scale: 'proportion' });
    const drawn = await hana.post('/pairs', { objectiveId, proxyMetricId, intentMetricId, ...given });
    const { status, body } = await hana.post(`/pairs/${drawn.body.id}/activate`);
    if (status !== 200) throw new Error(`The pair is not watched: ${JSON.stringify(body)}`);
    return { id: drawn.body.id as string, proxy, intent };
  }

  async send(points: object[]): Promise<void> {
    for (let from = 0; from < points.length; from += 2000) {
      const { body } = await this.desk.script.post('/observations', {
        points: points.slice(from, from + 2000),
      });
      if (body.refused.length > 0) throw new Error(`Refused: ${JSON.stringify(body.refused[0])}`);
    }
  }
}

/** A made-up pair as points to send. */
export const pointsOf = ({ proxy, intent }: Halves, made: MadeUpPair) => [
  ...made.proxy.map((point) => ({ metric: proxy, ...point })),
  ...made.intent.map((point) => ({ metric: intent, ...point })),
];
