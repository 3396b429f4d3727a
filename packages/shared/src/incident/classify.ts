import { type GoodhartMode, typeOfBrokenLink } from '../taxonomy/values/classification.js';
import type { GuideLabels, GuideOutcome, GuideSuggestion } from './guide/guide-outcome.js';
import type { GuideAnswer, QuestionId } from './guide/guide-question.js';
import { guideTree } from './guide/guide-tree.js';
import { usualCompany } from './guide/usual-company.js';

/** What a person has answered so far, in order; `unsure` for "not sure". */
export type GuidePath = readonly { question: QuestionId; answer: string }[];

/** What is known before the first question. */
export interface GuideKnowledge {
  /** Whether a proxy hangs on the incident: only then there is a Goodhart mode to ask for. */
  proxyLinked: boolean;
  /** What the detector says about the mode; it is not asked for then. */
  detected?: Exclude<GoodhartMode, 'undetermined'> | null;
}

export type GuideStep = { ask: QuestionId } | { outcome: GuideOutcome };

/**
 * Where the answers so far lead: to the next question, or to what they suggest. At most six answers.
 * @throws Error for a path that the tree does not have
 */
export function classify(path: GuidePath, known: GuideKnowledge): GuideStep {
  let ask: QuestionId | 'bug' | 'end' = 'number';
  const taken: Taken[] = [];
  for (const { question, answer } of path) {
    if (question !== ask) throw new Error(`The guide asks "${ask}" here, not "${question}".`);
    const one: Taken = take(question, answer);
    taken.push(one);
    ask = one.next ?? (question !== 'goodhart' && asksForMode(known) ? 'goodhart' : 'end');
  }
  if (ask === 'bug')
    return { outcome: { kind: 'bug', reason: 'The optimised number did not look fine: it just broke.' } };
  return ask === 'end' ? { outcome: conclude(taken, known) } : { ask };
}

/** An answer as it was given, with the words that a rationale quotes. */
type Taken = Pick<GuideAnswer, 'label' | 'says'> & { next?: QuestionId | 'bug' | undefined; sure: boolean };

function take(question: QuestionId, answer: string): Taken {
  const { answers, unsure } = guideTree[question];
  if (answer === 'unsure') return { label: 'Not sure', sure: false, ...unsure };
  const found = answers.find(({ id }) => id === answer);
  if (!found) throw new Error(`"${question}" has no answer "${answer}".`);
  return { ...found, sure: true };
}

const asksForMode = ({ proxyLinked, detected }: GuideKnowledge): boolean => proxyLinked && !detected;

function conclude(taken: Taken[], { detected }: GuideKnowledge): GuideOutcome {
  const suggestions: GuideSuggestion[] = [];
  const suggest = (
    said: Partial<GuideLabels>,
    certainty: GuideSuggestion['certainty'],
    why: string,
  ): void => {
    for (const [name, value] of Object.entries(said)) {
      const facet = name as keyof GuideLabels;
      const before = suggestions.findIndex((one) => one.facet === facet);
      if (before >= 0) suggestions.splice(before, 1);
      suggestions.push({ facet, value, certainty, rationale: why });
    }
  };
  for (const { says, sure, label } of taken)
    if (says) suggest(says, sure ? 'known' : 'potential', `${label}.`);
  if (detected) suggest({ goodhartMode: detected }, 'potential', 'From the series of the pair.');
  const labels = (): GuideLabels =>
    Object.fromEntries(suggestions.map(({ facet, value }) => [facet, value])) as unknown as GuideLabels;
  const { mechanism, brokenLink, misalignmentType } = labels();
  if (!misalignmentType && brokenLink)
    suggest({ misalignmentType: typeOfBrokenLink[brokenLink] }, 'potential', 'From where intent was lost.');
  const company = usualCompany(mechanism);
  if (company && misalignmentType !== 'undetermined')
    suggest({ ...company }, 'potential', 'Usual with this mechanism.');
  const deceives = mechanism === 'deceptive_alignment';
  return {
    kind: 'suggestion',
    labels: labels(),
    suggestions,
    severityAtMost: deceives ? 'sev2' : null,
    evidenceNeeded: deceives ? 'Quote what shows that it behaves otherwise when it is not observed.' : null,
  };
}
