import { Injectable } from '@nestjs/common';
import {
  NewSignal,
  type NewSignals,
  type SignalsTaken,
  type SignalTaken,
} from '@plumbline/shared/contract/signal';
import { Database } from '../../platform/database/database.js';
import type { MemberCaller } from '../../platform/endpoint/caller.js';
import { Problem } from '../../platform/problem/problem.js';
import type { SignalEvent } from '../../signals/signal-event.js';
import { SignalsService, type TakenSignal } from '../../signals/signals.service.js';
import { Intake, type Taken } from '../intake.service.js';
import { SourcesService } from '../sources.service.js';
import { translateOwn } from './translate-own.js';

type Item = SignalsTaken['items'][number];
type Refused = SignalsTaken['refused'][number];

interface Readable {
  index: number;
  event: SignalEvent;
  source: string;
}

/** Alerts of scripts, in our own words. */
@Injectable()
export class OwnSignalsService {
  constructor(
    private readonly database: Database,
    private readonly intake: Intake,
    private readonly sources: SourcesService,
    private readonly signals: SignalsService,
  ) {}

  /** @throws Problem 422 for names that are not known here, or a time too far ahead */
  async send(caller: MemberCaller, signal: NewSignal, raw: Buffer): Promise<SignalTaken> {
    const [item, refused] = await this.takeAll(caller, [readable(signal, 0)], raw);
    if (refused[0]) throw new Problem('data/unprocessable', refused[0].message);
    const { index: _, ...taken } = item[0]!;
    return taken;
  }

  /** Takes what can be taken; what cannot is refused by its index. */
  async sendAll(caller: MemberCaller, { signals }: NewSignals, raw: Buffer): Promise<SignalsTaken> {
    const refused: Refused[] = [];
    const good = signals.flatMap((given, index) => {
      const read = NewSignal.safeParse(given);
      if (read.success) return [readable(read.data, index)];
      refused.push({ index, message: complaint(read.error.issues[0]!) });
      return [];
    });
    const [items, more] = await this.takeAll(caller, good, raw);
    const byIndex = (one: { index: number }, other: { index: number }) => one.index - other.index;
    return { items: items.sort(byIndex), refused: [...refused, ...more].sort(byIndex) };
  }

  private takeAll(caller: MemberCaller, all: Readable[], raw: Buffer): Promise<[Item[], Refused[]]> {
    return this.database.transaction(() => this.takeEach(caller, all, raw));
  }

  private async takeEach(caller: MemberCaller, all: Readable[], raw: Buffer): Promise<[Item[], Refused[]]> {
    const unknown = await this.signals.unknownNames(
      caller.workspaceId,
      all.map(({ event }) => event),
    );
    const strange = ({ system, metric }: SignalEvent) =>
      [system, metric].find((name) => name !== null && unknown.has(name));
    const refused: Refused[] = all.flatMap(({ event, index }) => {
      const name = strange(event);
      return name ? [{ index, message: `There is no system or metric "${name}" here.` }] : [];
    });
    const good = all.filter(({ event }) => !strange(event));
    const items: Item[] = [];
    for (const slug of new Set(good.map(({ source }) => source))) {
      const mine = good.filter(({ source }) => source === slug);
      const source = await this.sources.named(caller, slug);
      const contentType = 'application/json';
      const envelope = { door: 'signals', contentType, encoding: '', body: raw };
      const events = mine.map(({ event }) => event);
      const taken = await this.intake.take(caller, source, envelope, {
        signals: events,
        points: [],
        left: [],
      });
      taken.signals.forEach((each) => {
        const { index, event } = mine[each.index]!;
        if (each.what === 'refused') refused.push({ index, message: each.because });
        else items.push({ index, ...answerOf(each, event, taken) });
      });
    }
    return [items, refused];
  }
}

function readable(signal: NewSignal, index: number): Readable {
  return { index, event: translateOwn(signal), source: signal.source };
}

const statuses = {
  opened: 'created',
  recurred: 'created',
  told_again: 'deduplicated',
  reopened: 'deduplicated',
  resolved: 'resolved',
  ignored: 'ignored',
} as const;

function answerOf(taken: TakenSignal, event: SignalEvent, { places }: Taken): SignalTaken {
  const { signal, what, because } = taken;
  const place = signal ? places.get(signal.id) : undefined;
  return {
    signalId: signal?.id ?? null,
    incidentKey: place?.key ?? null,
    dedupKey: event.dedupKey,
    status: statuses[what as keyof typeof statuses],
    episode: signal?.episode ?? null,
    because: because || (place?.because ?? ''),
  };
}

function complaint({ path, message }: { path: PropertyKey[]; message: string }): string {
  const place = path.length > 0 ? `"${path.map(String).join('.').slice(0, 120)}": ` : '';
  return `${place}${message.slice(0, 300)}.`;
}
