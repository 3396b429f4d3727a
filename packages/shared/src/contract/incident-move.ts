import { z } from 'zod';
import { declineReason, environment, resolution } from '../taxonomy/values/incident.js';
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
    z
      .strictObject({
        verb: z.literal('snooze'),
        until: Instant.optional(),
        /** Until the next triage meeting. */
        meeting: z.literal(true).optional(),
        /** Until it was seen so many times more; a month at most. */
        count: z.number().int().min(1).max(1000).optional(),
        /** Only there is it known: seen in another environment, it is back at once. */
        environment: z.enum(valuesOf(environment)).optional(),
        note,
      })
      .refine(
        ({ until, meeting, count }) =>
          [until, meeting, count].filter((one) => one !== undefined).length === 1,
        'Say until when: "until", "meeting" or "count", one of them',
      ),
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
