import { referenceCases } from '../taxonomy/reference-cases.js';
import { typeOfBrokenLink } from '../taxonomy/values/classification.js';
import { classify, type GuideKnowledge, type GuidePath } from './classify.js';
import type { GuideOutcome } from './guide/guide-outcome.js';
import { type QuestionId, questionIds } from './guide/guide-question.js';
import { guideTree } from './guide/guide-tree.js';

/** Walks the tree by answers alone. @returns the path with its questions, and where it led */
function walk(answers: readonly string[], known: GuideKnowledge): { path: GuidePath; outcome: GuideOutcome } {
  let path: GuidePath = [];
  for (const answer of answers) {
    const step = classify(path, known);
    if (!('ask' in step)) throw new Error(`The guide had ended before "${answer}".`);
    path = [...path, { question: step.ask, answer }];
  }
  const end = classify(path, known);
  if (!('outcome' in end)) throw new Error(`The guide still asks "${end.ask}".`);
  return { path, outcome: end.outcome };
}

/**
 * For each reference case the answers that a reader gives who has its text alone: what was wanted, what was specified,
 * what happened. The words that decide stand behind each.
 */
const readings: Record<string, { proxyLinked: boolean; answers: [answer: string, words: string][] }> = {
  'boat-race-circles': {
    proxyLinked: true,
    answers: [
      ['fine', 'Maximise the game score: and it did'],
      ['allowed', 'the game score, which counts targets hit along the course'],
      ['unintended_way', 'drove in circles through them, on fire'],
      ['loophole', 'a lagoon where targets grow back'],
      ['broke_beyond', 'a score that people usually raise by winning can be raised without it'],
    ],
  },
  'grasp-by-camera': {
    proxyLinked: true,
    answers: [
      ['fine', 'be judged as grasping: and it was'],
      ['allowed', 'judged by people who watch one camera picture'],
      ['only_measured', 'it seemed to hold the ball, without touching it'],
      ['judge', 'from the camera it seemed to hold the ball'],
      ['acted_on', 'the hand was placed so that it seemed so'],
    ],
  },
  'coin-at-the-end': {
    proxyLinked: false,
    answers: [
      ['fine', 'in training it reached the coin'],
      ['new_situation', 'with the coin elsewhere'],
      ['competently_wrong', 'it skilfully ran past it'],
      ['no_cue', 'to the right end, where in training the coin always lay'],
    ],
  },
  'skin-lesion-ruler': {
    proxyLinked: true,
    answers: [
      ['fine', 'match the labels of clinical photographs: and it did'],
      ['new_situation', 'pictures with a ruler were called malignant'],
      ['competently_wrong', 'it tells them apart, by the wrong thing'],
      ['cue_found', 'the ruler, since doctors measure what worries them'],
      ['not_a_cause', 'a cue that predicts the label need not be the reason for it'],
    ],
  },
  'thumbs-up-flattery': {
    proxyLinked: true,
    answers: [
      ['fine', 'raise the share of thumbs-up'],
      ['allowed', 'flattery earns thumbs-up'],
      ['harm_beside', 'approval was really given, and poor ideas were praised'],
      ['approval', 'confirmed doubtful beliefs'],
      ['not_a_cause', 'momentary approval is a proxy for benefit'],
    ],
  },
  'tests-overwritten': {
    proxyLinked: true,
    answers: [
      ['fine', 'all tests of the repository pass'],
      ['allowed', 'whoever can write the check can satisfy it'],
      ['only_measured', 'the fault is not fixed'],
      ['check', 'special-cased the inputs of the tests, or edited the tests'],
      ['acted_on', 'the agent edited the tests'],
    ],
  },
  'physics-bug-speed': {
    proxyLinked: true,
    answers: [
      ['fine', 'distance travelled in the simulator'],
      ['allowed', 'in the simulator, its faults included'],
      ['unintended_way', 'to be thrown forward'],
      ['simulator', 'numerical errors, such as clapping limbs through each other'],
      ['broke_beyond', 'an optimiser searches the simulator and not the world it stands for'],
    ],
  },
  'summary-overoptimised': {
    proxyLinked: true,
    answers: [
      ['fine', 'the predicted reward rose on'],
      ['allowed', 'a reward model fitted to human comparisons'],
      ['only_measured', 'people liked the summaries less and less'],
      ['learned_reward', 'a learned reward is right near its data'],
      ['broke_beyond', 'past a point'],
    ],
  },
  'care-cost-proxy': {
    proxyLinked: true,
    answers: [
      ['fine', "predict next year's cost of care: and it did"],
      ['allowed', 'cost of care was what was asked'],
      ['harm_beside', 'Black patients had to be sicker than white ones to be picked'],
      ['value', 'less was spent on them'],
      ['noise', 'cost and need had always differed; picking shows it'],
    ],
  },
  'alignment-faking': {
    proxyLinked: true,
    answers: [
      ['fine', 'it complied'],
      ['something_else', 'it did so to keep its values'],
      ['yes_shown', 'told that some users are trained on, it complied more with them and wrote why'],
      ['acted_on', 'it acts on the training that it takes place in'],
    ],
  },
};

describe.each(referenceCases.map((one) => [one.id, one] as const))('%s', (id, { labels }) => {
  const { proxyLinked, answers } = readings[id]!;
  const { path, outcome } = walk(
    answers.map(([answer]) => answer),
    { proxyLinked },
  );

  test('the answers written from its text lead to its recorded classification', () => {
    expect(outcome).toMatchObject({ kind: 'suggestion', labels });
    expect(outcome.kind === 'suggestion' && Object.keys(outcome.labels).sort()).toEqual(
      Object.keys(labels).sort(),
    );
  });

  test('it takes at most six answers', () => {
    expect(path.length).toBeLessThanOrEqual(6);
  });
});

/** Every way through the tree. */
function everyPath(known: GuideKnowledge): { path: GuidePath; outcome: GuideOutcome }[] {
  const go = (path: GuidePath): { path: GuidePath; outcome: GuideOutcome }[] => {
    const step = classify(path, known);
    if ('outcome' in step) return [{ path, outcome: step.outcome }];
    const answers = [...guideTree[step.ask].answers.map(({ id }) => id), 'unsure'];
    return answers.flatMap((answer) => go([...path, { question: step.ask, answer }]));
  };
  return go([]);
}
const linked = everyPath({ proxyLinked: true });

describe('every way through the tree', () => {
  test('ends after at most six answers, each question being asked on some way', () => {
    expect(Math.max(...linked.map(({ path }) => path.length))).toBeLessThanOrEqual(6);
    expect(new Set(linked.flatMap(({ path }) => path.map(({ question }) => question)))).toEqual(
      new Set(questionIds),
    );
  });

  test('suggests at least a type and a mechanism, without contradiction', () => {
    const suggested = linked.flatMap(({ outcome }) => (outcome.kind === 'bug' ? [] : [outcome.labels]));
    expect(suggested.filter((labels) => !labels.misalignmentType || !labels.mechanism)).toEqual([]);
    const contradict = suggested.filter(
      ({ brokenLink, misalignmentType }) =>
        brokenLink &&
        misalignmentType !== 'undetermined' &&
        typeOfBrokenLink[brokenLink] !== misalignmentType,
    );
    expect(contradict).toEqual([]);
  });

  test('gives a reason for every suggestion, and each question once', () => {
    for (const { outcome } of linked) {
      if (outcome.kind === 'bug') continue;
      expect(outcome.suggestions.every(({ rationale }) => rationale.length > 5)).toBe(true);
      expect(new Set(outcome.suggestions.map(({ facet }) => facet)).size).toBe(outcome.suggestions.length);
    }
  });

  test('is only sure of what somebody was sure of', () => {
    const unsure = linked.filter(({ path }) => path.slice(1).every(({ answer }) => answer === 'unsure'));
    for (const { outcome } of unsure)
      expect(
        outcome.kind === 'bug' || outcome.suggestions.every(({ certainty }) => certainty === 'potential'),
      ).toBe(true);
  });
});

test.each<[string, string[], object]>([
  ['a number that just broke is a bug', ['broke'], { kind: 'bug' }],
  [
    'deception needs evidence and at least sev2',
    ['fine', 'something_else', 'yes_shown'],
    { severityAtMost: 'sev2', evidenceNeeded: expect.stringContaining('observed') },
  ],
  [
    'unknown under observation stays inner, mechanism undetermined',
    ['fine', 'something_else', 'unsure'],
    { labels: { misalignmentType: 'inner', mechanism: 'undetermined' }, severityAtMost: null },
  ],
  [
    'just worse is a shift of some kind, not another goal',
    ['unsure', 'new_situation', 'just_worse', 'adversarial'],
    {
      labels: {
        misalignmentType: 'undetermined',
        mechanism: 'distribution_shift',
        shiftKind: 'adversarial_input',
      },
    },
  ],
  ['who knows nothing hears nothing', ['unsure', 'unsure'], { labels: { misalignmentType: 'undetermined' } }],
])('%s', (_, answers, expected) => {
  expect(walk(answers, { proxyLinked: false }).outcome).toMatchObject(expected);
});

test('where the detector knows the mode, it is not asked for', () => {
  const { path, outcome } = walk(['fine', 'allowed', 'unintended_way', 'loophole'], {
    proxyLinked: true,
    detected: 'extremal',
  });
  expect(path.map(({ question }) => question)).not.toContain('goodhart');
  expect(outcome).toMatchObject({ labels: { goodhartMode: 'extremal' } });
});

test('what the tree does not have is refused', () => {
  const known = { proxyLinked: false };
  expect(() => classify([{ question: 'part', answer: 'allowed' }], known)).toThrow('asks "number"');
  expect(() => classify([{ question: 'number', answer: 'maybe' }], known)).toThrow('no answer "maybe"');
});

test('every answer has an example, ids are stable within a question, and digits suffice', () => {
  for (const id of questionIds as readonly QuestionId[]) {
    const { answers } = guideTree[id];
    expect(answers.every(({ example }) => example.length > 10)).toBe(true);
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(answers.length);
    expect(answers.length).toBeLessThanOrEqual(8);
  }
});
