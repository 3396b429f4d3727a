import type { Route } from '@plumbline/shared/contract/route';
import { examplePair } from '@plumbline/shared/contract/pair-example';
import { voice, type Voice } from '../cast.js';
import { allRoutes, exampleCall, sendCall } from './route-call.js';

type Headers = Record<string, string>;
const isName = (value: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[A-Z]+-\d+$/.test(value);

/**
 * Fills a workspace by doing what the documentation shows: every example that makes something is sent, with the ids
 * of what earlier ones made in the place of the ids in the text.
 */
export class LivingExamples {
  /** Id or key in the documentation -> the one that was really given. */
  private readonly real = new Map<string, string>();

  readonly substitute = (text: string): string => this.real.get(text) ?? text;

  /** @param headers of an administrator in the workspace to be filled */
  async tell(api: { url: string }, headers: Headers): Promise<void> {
    const missed = await this.send(api, headers, allRoutes.filter(makes));
    await this.makeWhatIsTakenForGranted(voice(api, headers));
    await this.send(api, headers, missed);
  }

  private async send(api: { url: string }, headers: Headers, routes: Route[]): Promise<Route[]> {
    const missed: Route[] = [];
    for (const route of routes) {
      const answer = await sendCall(exampleCall(api, route, this.substitute), headers);
      if (answer.status === route.success.status) this.learn(route.example.response, answer.body);
      else missed.push(route);
    }
    return missed;
  }

  /** A few examples speak of things that no other example makes. */
  private async makeWhatIsTakenForGranted(admin: Voice): Promise<void> {
    const { key, name, id } = examplePair.intent;
    const intent = { system: examplePair.systemKey, key, name, role: 'intent', kind: 'human_rating' };
    this.real.set(id, (await admin.post('/metrics', intent)).body.id as string);
    this.real.set(
      'INC-104',
      (await admin.post('/incidents', { title: 'Alerts timed for taps' })).body.key as string,
    );
  }

  private learn(shown: unknown, given: unknown): void {
    if (typeof shown === 'string' && typeof given === 'string' && isName(shown)) this.real.set(shown, given);
    if (typeof shown !== 'object' || shown === null || typeof given !== 'object' || given === null) return;
    for (const [key, value] of Object.entries(shown))
      this.learn(value, (given as Record<string, unknown>)[key]);
  }
}

/** Makes something new, rather than doing something to what is there. */
function makes({ method, path, success, access }: Route): boolean {
  return method === 'POST' && typeof access === 'object' && (success.status === 201 || !path.includes(':'));
}
