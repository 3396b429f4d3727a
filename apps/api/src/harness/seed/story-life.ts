import type { IncidentMove } from '@plumbline/shared/contract/incident-move';
import type { IncidentEdit } from '@plumbline/shared/contract/incident-edit';
import type { IncidentMovesService } from '../../incidents/incident-moves.service.js';
import type { IncidentTalkService } from '../../incidents/incident-talk.service.js';
import type { Arrival, IncidentService } from '../../incidents/incident.service.js';
import type { MemberCaller } from '../../platform/endpoint/caller.js';
import type { StoryAct, StoryActor, StoryWorld } from './story-act.js';
import { labelsOf, type StoryIncident, type StoryMove, type StoryStep } from './story-incident.js';

/** The features that an incident's life goes through. */
export interface LifeServices {
  incidents: IncidentService;
  moves: IncidentMovesService;
  talk: IncidentTalkService;
}

/** One incident of the story: how it came in, and everything that was done about it. */
export function lifeActs(world: StoryWorld, services: LifeServices, incident: StoryIncident): StoryAct[] {
  return [
    {
      at: world.at(incident.reported),
      by: actorOf(incident),
      play: (caller) => log(world, services, incident, caller),
    },
    ...incident.steps.map((step): StoryAct => ({
      at: world.at(step.on),
      by: step.by,
      play: (caller) => take(world, services, world.known(world.incidents, incident.ref), step, caller),
    })),
  ];
}

function actorOf({ by }: StoryIncident): StoryActor {
  if (typeof by === 'string') return by;
  if ('detector' in by) return { kind: 'detector', name: 'Detector' };
  return 'tool' in by ? { kind: 'tool', name: by.tool } : { kind: 'key', name: by.key };
}

async function log(
  world: StoryWorld,
  { incidents }: LifeServices,
  story: StoryIncident,
  caller: MemberCaller,
): Promise<void> {
  const { ref, wanted, specified, happened, system, beside, pair, metrics, team, occurred, by, ...rest } =
    story;
  const { reported, suggested, steps: _, ...fields } = rest;
  const arrival: Arrival = { source: sourceOf(by), reportedAt: world.at(reported), example: true };
  const logged = await incidents.log(
    caller,
    {
      ...fields,
      // Its people have decided who sees it: no rule needs to.
      visibility: fields.visibility ?? 'workspace',
      intendedGoal: wanted,
      specifiedObjective: specified,
      observedBehaviour: happened,
      systems: [
        { id: world.known(world.systems, system), role: 'primary' as const },
        ...(beside ?? []).map((other) => ({
          id: world.known(world.systems, other.system),
          role: other.role,
        })),
      ],
      pairIds: pair ? [world.known(world.pairs, pair)] : [],
      metricIds: (metrics ?? []).map((metric) => world.known(world.metrics, metric)),
      teamId: world.known(world.teams, team),
      occurredAt: occurred ? world.at(occurred).toISOString() : null,
      detectedAt: world.at(reported).toISOString(),
      externalIds: typeof by === 'object' && 'tool' in by ? [{ system: by.tool, id: by.id, link: '' }] : [],
      labels: suggested ? labelsOf(suggested, suggested.from) : {},
    },
    arrival,
  );
  world.incidents.set(ref, logged.key);
}

function sourceOf(by: StoryIncident['by']): NonNullable<Arrival['source']> {
  if (typeof by === 'string') return { kind: 'form', name: '' };
  if ('detector' in by) return { kind: 'detector', name: '' };
  return 'tool' in by ? { kind: 'tool', name: by.tool } : { kind: 'api', name: by.key };
}

async function take(
  world: StoryWorld,
  { incidents, moves, talk }: LifeServices,
  key: string,
  step: StoryStep,
  caller: MemberCaller,
): Promise<unknown> {
  const edit = async (changes: IncidentEdit) => {
    const { version, severity, visibility } = await incidents.get(caller, key);
    return incidents.edit(caller, key, { severity, visibility, ...changes }, version);
  };
  if ('move' in step) return moves.take(caller, key, moveOf(world, step.move));
  if ('comment' in step) return talk.comment(caller, key, { body: step.comment });
  if ('evidence' in step) return talk.addEvidence(caller, key, step.evidence);
  if ('link' in step)
    return talk.addLink(caller, key, {
      kind: step.link.kind,
      to: world.known(world.incidents, step.link.to),
    });
  if ('owner' in step) return edit({ ownerId: world.known(world.people, step.owner) });
  if ('lesson' in step) return edit({ lesson: step.lesson });
  if ('severity' in step) return edit({ severity: step.severity, severityReason: step.because });
  return edit({ labels: labelsOf(step.classify, 'person') });
}

function moveOf(world: StoryWorld, move: StoryMove): IncidentMove {
  switch (move.verb) {
    case 'snooze': {
      const until = world.at([-move.untilDaysAhead, '08:00']).toISOString();
      return { verb: 'snooze', until, note: move.note };
    }
    case 'mark_duplicate':
      return { verb: 'mark_duplicate', of: world.known(world.incidents, move.of), note: move.note };
    case 'close': {
      const { residualRisk, recheckDaysAhead, note } = move;
      return { verb: 'close', residualRisk, recheckOn: world.dayAt(-recheckDaysAhead), note };
    }
    default:
      return move;
  }
}
