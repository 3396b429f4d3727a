import type { MitigationEdit } from '@plumbline/shared/contract/mitigation';
import type { MemberCaller } from '../../platform/endpoint/caller.js';
import type { MitigationsService } from '../../mitigations/mitigations.service.js';
import type { RmfMappingsService } from '../../rmf/rmf-mappings.service.js';
import type { RmfStatementsService } from '../../rmf/rmf-statements.service.js';
import type { StoryAct, StoryWorld } from './story-act.js';
import { storyIncidents } from './story-incidents.js';
import { storyMitigations, type StoryMitigation } from './story-mitigations.js';
import { storyAssessments, storyStatements } from './story-rmf.js';

/** The features that treat what happened and say what it means for governance. */
export interface TreatmentServices {
  mitigations: MitigationsService;
  mappings: RmfMappingsService;
  statements: RmfStatementsService;
}

/** What is done against the incidents, and what they say about NIST AI RMF. */
export function treatmentActs(world: StoryWorld, services: TreatmentServices): StoryAct[] {
  return [
    ...storyMitigations.flatMap((mitigation) => mitigationActs(world, services, mitigation)),
    ...assessmentActs(world, services),
    ...statementActs(world, services),
  ];
}

function mitigationActs(world: StoryWorld, services: TreatmentServices, story: StoryMitigation): StoryAct[] {
  const { owner, treats, pair, added, dueDaysAhead, moves, measured, ...facts } = story;
  let id = '';
  const edit = async (caller: MemberCaller, changes: MitigationEdit) =>
    services.mitigations.edit(caller, id, (await services.mitigations.find(caller, id)).version, changes);
  return [
    {
      at: world.at(added),
      by: owner,
      async play(caller) {
        const [first, ...others] = treats.map((ref) => world.known(world.incidents, ref));
        const mitigation = await services.mitigations.add(caller, {
          ...facts,
          ownerId: world.known(world.people, owner),
          pairId: pair ? world.known(world.pairs, pair) : null,
          dueOn: dueDaysAhead === undefined ? null : world.dayAt(-dueDaysAhead),
          incident: first,
        });
        id = mitigation.id;
        for (const key of others) await services.mitigations.link(caller, key, id);
      },
    },
    ...moves.map(({ on, to }): StoryAct => ({
      at: world.at(on),
      by: owner,
      play: (caller) => edit(caller, { status: to }),
    })),
    ...(measured ? [measured] : []).map(({ on, ...effect }): StoryAct => ({
      at: world.at(on),
      by: 'hana',
      play: (caller) =>
        edit(caller, { effect: { ...effect, unit: 'points', measuredOn: world.dayAt(on[0]) } }),
    })),
  ];
}

/** Assessed in the afternoon of the second day, when it is clear what happened. */
function assessmentActs(world: StoryWorld, { mappings }: TreatmentServices): StoryAct[] {
  const reported = new Map(storyIncidents.map((incident) => [incident.ref, incident.reported[0]]));
  return storyAssessments.map(([ref, subcategory, assessment, evidence, owner]) => ({
    at: world.at([Math.max(0, reported.get(ref)! - 2), '16:00']),
    by: 'amara',
    play: (caller) =>
      mappings.add(caller, world.known(world.incidents, ref), {
        subcategory,
        assessment,
        evidence,
        ownerId: owner ? world.known(world.people, owner) : null,
        dueOn: null,
      }),
  }));
}

function statementActs(world: StoryWorld, { statements }: TreatmentServices): StoryAct[] {
  return storyStatements.map(
    ([system, subcategory, state, target, owner, evidenceDaysAgo, reviewDaysAhead]) => ({
      at: world.at([1, '19:00']),
      by: 'amara',
      play: (caller) =>
        statements.add(caller, {
          systemId: world.known(world.systems, system),
          subcategory,
          state,
          target,
          ownerId: world.known(world.people, owner),
          evidenceOn: evidenceDaysAgo === null ? null : world.dayAt(evidenceDaysAgo),
          reviewOn: world.dayAt(-reviewDaysAhead),
        }),
    }),
  );
}
