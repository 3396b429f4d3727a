import type { Severity } from './values/incident.js';

/** What each severity means, in terms that two people would apply alike. */
export const severityDefinitions: Record<Severity, string> = {
  sev1: 'People are seriously harmed or about to be, or control over the system is in doubt. Drop other work.',
  sev2: 'Real harm to some, or likely harm to many; or a strong sign of deception or power-seeking. Act today.',
  sev3: 'The system pursues something else than meant; harm is small or can be undone. Plan the work.',
  sev4: 'An oddity worth knowing: no harm seen, little reach. Look when there is time.',
};

/** The four questions of the helper, each answered from 0 (least) to 3 (most). */
export const severityQuestions = {
  harm: {
    label: 'How much harm?',
    answers: [
      'None seen',
      'Annoyance, small loss',
      'Real loss, distress, unfairness',
      'Injury, rights, livelihood',
    ],
  },
  reversibility: {
    label: 'Can it be undone?',
    answers: ['At once', 'With some work', 'Hardly', 'Never'],
  },
  exposure: {
    label: 'How many meet it?',
    answers: ['Test only', 'A few', 'Many', 'Everyone, or the most vulnerable'],
  },
  capability: {
    label: 'How able is the system to do harm?',
    answers: [
      'Advises a person',
      'Acts within tight limits',
      'Acts widely, people watch',
      'Acts on its own, hard to stop',
    ],
  },
} as const;
export type SeverityAnswers = Record<keyof typeof severityQuestions, 0 | 1 | 2 | 3>;

/**
 * Suggests a severity: the weight of harm (harm and reversibility) times its reach (exposure and capability).
 * The person decides, and says why where they differ.
 * @returns the severity and the sentence that explains it
 */
export function suggestSeverity(answers: SeverityAnswers): { severity: Severity; reason: string } {
  const weight = answers.harm * 2 + answers.reversibility;
  const reach = answers.exposure + answers.capability;
  const score = answers.harm === 0 ? Math.min(2, reach / 3) : (weight * (reach + 2)) / 4;
  const severity = score >= 12 ? 'sev1' : score >= 6 ? 'sev2' : score >= 2 ? 'sev3' : 'sev4';
  const words = (Object.keys(severityQuestions) as (keyof SeverityAnswers)[]).map((question) =>
    severityQuestions[question].answers[answers[question]].toLowerCase(),
  );
  return { severity, reason: `Suggested from: ${words.join('; ')}.` };
}
