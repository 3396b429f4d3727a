import { z } from 'zod';
import { declineReason, resolution } from '../taxonomy/values/incident.js';
import { valuesOf } from '../taxonomy/values.js';
import { IncidentKey } from './incident-record.js';
import { Day, Instant, optionalText, text } from './primitives.js';

const note = optionalText(5000).default('');
const bare = <V extends string>(verb: V) => z.strictObject({ verb: z.literal(verb), note });

/**
 * A step in the life of an incident. Each is guarded by the state it starts from: 409 when that is not (any more)
 * the state, with the moves that are possible.
 */
export const IncidentMove = z
  .discriminatedUnion('verb', [
    bare('accept'),
    z.strictObject({ verb: z.literal('decline'), reason: z.enum(valuesOf(declineReason)), note }),
    z.strictObject({ verb: z.literal('snooze'), until: Instant, note }),
    bare('wake'),
    z.strictObject({ verb: z.literal('mark_duplicate'), of: IncidentKey, note }),
    bare('reconsider'),
    bare('investigate'),
    bare('mitigate'),
    bare('monitor'),
    bare('escalate'),
    bare('settle'),
    z.strictObject({ verb: z.literal('resolve'), resolution: z.enum(valuesOf(resolution)), note }),
    z.strictObject({ verb: z.literal('close'), residualRisk: text(5000), recheckOn: Day, note }),
    bare('reopen'),
  ])
  .meta({ id: 'IncidentMove' });
export type IncidentMove = z.infer<typeof IncidentMove>;
export type IncidentVerb = IncidentMove['verb'];
