import type { RmfProposal } from '@plumbline/shared/incident/rmf-proposals';
import { rmfSubcategories } from '@plumbline/shared/taxonomy/rmf';
import { severityDefinitions } from '@plumbline/shared/taxonomy/severity';
import { declineReason, environment, severity } from '@plumbline/shared/taxonomy/values/incident';
import { rmfAssessment } from '@plumbline/shared/taxonomy/values/mitigation';
import { dayAndTime } from '../../ui/time-words.js';
import type { Asked, Choice } from './choice.js';
import type { Incident, Move, SimilarIncident } from './triage-queries.js';

type Take = (move: Move, done: string) => void;

const dayMs = 86_400_000;

/** 3: a digit picks the reason. */
export function askDecline(what: string, take: Take): Asked {
  return {
    title: `Decline ${what}: why?`,
    choices: Object.entries(declineReason).map(([reason, label]) => ({
      label,
      run: () => take({ verb: 'decline', reason: reason as keyof typeof declineReason }, 'declined'),
    })),
  };
}

/** H: a day, a week, the next meeting, or so many more times; everywhere or where it was seen. */
export function askSnooze(
  what: string,
  take: Take,
  { meetingAt, scope }: { meetingAt: string | undefined; scope: keyof typeof environment | null },
): Asked {
  const where = scope ? { environment: scope } : {};
  const until = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();
  const snooze = (how: object, words: string) => () =>
    take({ verb: 'snooze', ...how, ...where } as Move, `snoozed ${words}`);
  const choices: Choice[] = [
    { label: '1 day', run: snooze({ until: until(1) }, 'for a day') },
    { label: '1 week', run: snooze({ until: until(7) }, 'for a week') },
    {
      label: 'Next meeting',
      meta: meetingAt && dayAndTime(meetingAt),
      run: snooze({ meeting: true }, 'until the next meeting'),
    },
    {
      label: 'Until seen 10 times more',
      meta: 'at most 30 days',
      run: snooze({ count: 10 }, 'until it is seen ten times more'),
    },
  ];
  const place = scope && environment[scope].toLowerCase();
  return { title: `Snooze ${what}${place ? `, in ${place} only` : ''} for how long?`, choices };
}

/** 2: the similar ones, preloaded; a digit picks the original. */
export function askDuplicate(
  what: string,
  take: Take,
  similar: readonly SimilarIncident[] | undefined,
): Asked {
  return {
    title: `${what}: a duplicate of which?`,
    none: similar
      ? 'Nothing like it was found. Write the key of the original.'
      : 'Looking for what is like it.',
    choices: (similar ?? []).map(({ key, title, why }) => ({
      label: key,
      meta: `${title} (${why.join(', ')})`,
      run: () => take({ verb: 'mark_duplicate', of: key }, `merged into ${key}`),
    })),
  };
}

/** P: the four, with what they mean. */
export function askSeverity(what: string, set: (level: keyof typeof severity) => void): Asked {
  return {
    title: `How bad is ${what}?`,
    choices: (Object.keys(severity) as (keyof typeof severity)[]).map((level) => ({
      label: level,
      meta: severityDefinitions[level],
      run: () => set(level),
    })),
  };
}

/** B: at most three subcategories that a rule proposes; a digit makes the assessment. */
export function askRmf(
  what: string,
  proposals: readonly RmfProposal[],
  assess: (proposal: RmfProposal) => void,
): Asked {
  return {
    title: `Assess NIST AI RMF from ${what}`,
    none: 'No rule proposes anything (more). Classify it first with T, or assess on its own page.',
    choices: proposals.map((proposal) => ({
      label: `${proposal.subcategory}, ${rmfAssessment[proposal.assessment].toLowerCase()}`,
      meta: `${rmfSubcategories[proposal.subcategory]}. ${proposal.reason}`,
      run: () => assess(proposal),
    })),
  };
}

interface Named {
  id: string;
  name: string;
}

/** A: oneself first, then the others by name. */
export function askOwner(
  what: string,
  people: readonly Named[],
  me: string | undefined,
  set: (person: Named) => void,
): Asked {
  const mine = people.find(({ id }) => id === me);
  const others = people.filter(({ id }) => id !== me);
  return {
    title: `Who owns ${what}?`,
    choices: [
      ...(mine ? [{ label: 'Me', run: () => set(mine) }] : []),
      ...others.map((person) => ({ label: person.name, run: () => set(person) })),
    ],
  };
}

/** `INC-5`, or `20 incidents`. */
export function wordsFor(rows: readonly Pick<Incident, 'key'>[]): string {
  return rows.length === 1 ? rows[0]!.key : `${rows.length} incidents`;
}
