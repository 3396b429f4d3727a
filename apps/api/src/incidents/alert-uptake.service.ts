import { Injectable } from '@nestjs/common';
import type { NewIncident } from '@plumbline/shared/contract/incident-edit';
import { environment, type Environment } from '@plumbline/shared/taxonomy/values/incident';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { SignalsService, type SignalSource, type TakenSignal } from '../signals/signals.service.js';
import * as incidents from './fingerprint.queries.js';
import type { Met } from './fingerprint.queries.js';
import { keyOf, numberOf } from './incident.queries.js';
import { IncidentService } from './incident.service.js';
import { IncidentSnoozes } from './incident-snoozes.service.js';
import { suggestedLabels } from './suggested-labels.js';

type Told = TakenSignal & { signal: NonNullable<TakenSignal['signal']> };

/** The incident of an alert, and why it is that one. */
export interface Place {
  key: string;
  because: string;
}

/** Alerts that go to one incident, and why. */
interface Gathering {
  incident: Pick<Met, 'id' | 'number' | 'triageState'>;
  because: string;
  alerts: Told[];
  /** They came back from where we had told of this incident: nothing to be told on. */
  echo?: boolean;
}

const mostNamed = 20;

/** Brings alerts to incidents: joins the open one of the same fingerprint, or opens one. Never decides anything else. */
@Injectable()
export class AlertUptake {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly incidents: IncidentService,
    private readonly snoozes: IncidentSnoozes,
    private readonly signals: SignalsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes up what a delivery changed, in its transaction.
   * @param teller the tool, as the one who acts
   * @returns the incident of each signal that has one
   */
  async takeUp(
    teller: MemberCaller,
    source: SignalSource,
    taken: readonly TakenSignal[],
  ): Promise<Map<string, Place>> {
    const told = taken.filter((each): each is Told => each.signal !== null);
    const places = new Map<string, Place>();
    const arriving: Told[] = [];
    for (const each of told) {
      const { incidentId } = each.signal;
      if (incidentId === null) {
        if (each.what !== 'ignored') arriving.push(each);
        continue;
      }
      const met = await incidents.original(this.database, teller.workspaceId, incidentId);
      const over = met && !met.open && met.triageState === 'accepted';
      if (each.what === 'reopened' && over) arriving.push(each);
      else if (met) places.set(each.signal.id, { key: keyOf(met.number), because: belongs(met) });
      if (met && each.what !== 'resolved') await this.seen(teller, met, each);
    }
    for (const group of await this.gather(teller, source, arriving)) {
      await this.join(teller, group);
      const place = { key: keyOf(group.incident.number), because: group.because };
      for (const { signal } of group.alerts) places.set(signal.id, place);
    }
    await this.noteEnds(teller, told);
    return places;
  }

  /** Finds or opens the incident of each fingerprint, in the order of the fingerprints. */
  private async gather(teller: MemberCaller, source: SignalSource, arriving: Told[]): Promise<Gathering[]> {
    if (arriving.length === 0) return [];
    await incidents.holdCounter(this.database, teller.workspaceId);
    const gathered: Gathering[] = [];
    const byFingerprint = new Map<string, Told[]>();
    for (const each of new Map(arriving.map((one) => [one.signal.id, one])).values()) {
      const own = each.incidentKey && (await this.named(teller, each.incidentKey));
      if (own)
        gathered.push({
          incident: own,
          because: 'It names this incident as where it came from.',
          alerts: [each],
          echo: true,
        });
      else
        byFingerprint.set(each.signal.fingerprint, [
          ...(byFingerprint.get(each.signal.fingerprint) ?? []),
          each,
        ]);
    }
    for (const [fingerprint, alerts] of [...byFingerprint].sort(([one], [other]) => (one < other ? -1 : 1)))
      gathered.push({ ...(await this.place(teller, source, fingerprint, alerts)), alerts });
    return gathered;
  }

  /** An incident that sleeps may wake by being seen once more, or elsewhere. */
  private async seen(
    teller: MemberCaller,
    met: Pick<Met, 'id' | 'triageState'>,
    { what, signal }: Told,
  ): Promise<void> {
    if (met.triageState !== 'snoozed' || what === 'ignored') return;
    await this.snoozes.seenAgain(teller, met.id, knownEnvironment(signal.environment));
  }

  private async named(teller: MemberCaller, key: string): Promise<Met | null> {
    return incidents.findByNumber(this.database, teller.workspaceId, numberOf(key));
  }

  private async place(
    teller: MemberCaller,
    source: SignalSource,
    fingerprint: string,
    alerts: Told[],
  ): Promise<Omit<Gathering, 'alerts'>> {
    const { workspaceId } = teller;
    const before = await incidents.findByFingerprint(this.database, workspaceId, fingerprint);
    if (before?.open) return { incident: before, because: joinReason(before, fingerprint) };
    const [first] = alerts as [Told, ...Told[]];
    const draft = first.storm ? stormDraft(source) : draftOf(source, first);
    const opened = await this.incidents.open(teller, draft, {
      source: { kind: 'tool', name: source.name },
      fingerprint,
    });
    if (!opened) {
      const faster = (await incidents.findByFingerprint(this.database, workspaceId, fingerprint))!;
      return { incident: faster, because: joinReason(faster, fingerprint) };
    }
    const incident = { id: opened.id, number: numberOf(opened.key), triageState: 'pending' };
    if (before?.triageState !== 'accepted')
      return { incident, because: `It opened this incident: no other is open for "${fingerprint}".` };
    await incidents.linkRegression(this.database, workspaceId, {
      id: newId(),
      from: incident.id,
      to: before.id,
      name: teller.actor.name,
      at: this.clock.now(),
    });
    const because = `It fired again after ${keyOf(before.number)} was ${before.status}: for "${fingerprint}".`;
    return { incident, because };
  }

  private async join(teller: MemberCaller, { incident, because, alerts, echo }: Gathering): Promise<void> {
    const ids = alerts.map(({ signal }) => signal.id);
    await this.signals.join(teller.workspaceId, ids, incident.id, because);
    for (const alert of alerts) await this.seen(teller, incident, alert);
    await this.tell(teller, 'incident.alerts_joined', incident, {
      because,
      ...named(alerts),
      ...(echo ? { echo } : {}),
    });
  }

  /** A tool's "resolved" is told on the incident and changes nothing of it: people close what people judge. */
  private async noteEnds(teller: MemberCaller, told: Told[]): Promise<void> {
    const ended = told.filter(({ what, signal }) => what === 'resolved' && signal.incidentId !== null);
    const byIncident = new Map<string, Told[]>();
    for (const each of ended)
      byIncident.set(each.signal.incidentId!, [...(byIncident.get(each.signal.incidentId!) ?? []), each]);
    for (const [id, alerts] of byIncident) {
      const met = await incidents.original(this.database, teller.workspaceId, id);
      if (met) await this.tell(teller, 'incident.alerts_ended', met, named(alerts));
    }
  }

  private async tell(
    teller: MemberCaller,
    verb: string,
    incident: { id: string; number: number },
    payload: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(teller, {
      verb,
      subjectKind: 'incident',
      subjectId: incident.id,
      payload: { key: keyOf(incident.number), ...payload },
    });
  }
}

const belongs = ({ number }: Pick<Met, 'number'>): string => `It belongs to ${keyOf(number)} already.`;

function joinReason({ wentBy, triageState }: Met, fingerprint: string): string {
  if (wentBy !== null) return `${keyOf(wentBy)}, of the same kind, was marked as a duplicate of this one.`;
  const state = triageState === 'accepted' ? 'open' : triageState;
  return `This incident is ${state} for "${fingerprint}".`;
}

function named(alerts: Told[]): { alerts: { id: string; title: string }[]; count: number } {
  return {
    alerts: alerts.slice(0, mostNamed).map(({ signal }) => ({ id: signal.id, title: signal.title })),
    count: alerts.length,
  };
}

function draftOf(source: SignalSource, { signal }: Told): NewIncident {
  const { title, description, systemId, metricId } = signal;
  return {
    title,
    description,
    detectedAt: signal.firstSeenAt.toISOString(),
    occurredAt: signal.startedAt.toISOString(),
    environment: knownEnvironment(signal.environment),
    ...(source.teamId ? { teamId: source.teamId } : {}),
    ...(systemId ? { systems: [{ id: systemId, role: 'primary' as const }] } : {}),
    ...(metricId ? { metricIds: [metricId] } : {}),
    externalIds: [{ system: source.name.slice(0, 80), id: signal.dedupKey.slice(0, 200), link: signal.link }],
    labels: suggestedLabels(signal, source.name),
  };
}

/** @returns our word for it, or null where the tool has one of its own */
function knownEnvironment(word: string): Environment | null {
  return Object.hasOwn(environment, word) ? (word as Environment) : null;
}

function stormDraft(source: SignalSource): NewIncident {
  return {
    title: `Alert storm from ${source.name}`.slice(0, 300),
    description:
      'More new alerts came from this source within a minute than anybody can look at one by one. ' +
      'They are gathered here; each is kept with what it said.',
    ...(source.teamId ? { teamId: source.teamId } : {}),
    ...(source.systemId ? { systems: [{ id: source.systemId, role: 'primary' as const }] } : {}),
  };
}
