import type { RiskClass, SystemRole, SystemStage } from '../values/system.js';
import { term, type Terms, works } from './term.js';

export const systemStageTerms: Terms<SystemStage> = {
  design: term('On paper.', 'Is nothing trained?', 'training', 'Nothing runs.', 'A proposal.', works.rmf),
  training: term('Being trained.', 'Does it learn now?', 'evaluation', 'It learns.', 'A run.', works.rmf),
  evaluation: term(
    'Being tested.',
    'Is it judged before release?',
    'staging',
    'Judged.',
    'A suite.',
    works.rmf,
  ),
  staging: term(
    'Released to few, or to shadow traffic.',
    'Are users few or none?',
    'production',
    'Limited.',
    'A canary.',
    works.rmf,
  ),
  production: term(
    'In real use.',
    'Do people rely on it?',
    'staging',
    'For everyone.',
    'The live feed.',
    works.rmf,
  ),
  retired: term(
    'No longer in use.',
    'Is it off?',
    'design',
    'It was once on.',
    "Last year's model.",
    works.rmf,
  ),
};
export const systemRoleTerms: Terms<SystemRole> = {
  provider: term(
    'We make it and put our name to it.',
    'Do we place it on the market?',
    'deployer',
    'Makes it.',
    'A model vendor.',
    works.euai,
  ),
  deployer: term(
    'We use what others make.',
    'Do we use it under our authority?',
    'provider',
    'Uses it.',
    'An HR department.',
    works.euai,
  ),
  provider_and_deployer: term(
    'We make it and use it.',
    'Is it yes to both questions?',
    'provider',
    'Both.',
    'An in-house ranker.',
    works.euai,
  ),
};
export const riskClassTerms: Terms<RiskClass> = {
  unassessed: term(
    'Nobody has assessed it.',
    'Is there no assessment?',
    'minimal',
    'Open, not low.',
    'New.',
    works.euai,
  ),
  minimal: term(
    'No particular duty.',
    'Is it none of the others?',
    'limited',
    'No duty.',
    'A spam filter.',
    works.euai,
  ),
  limited: term(
    'Duties of transparency.',
    'Must people know that it is AI?',
    'high',
    'Tell people.',
    'A chatbot.',
    works.euai,
  ),
  high: term(
    'Used where safety or rights are at stake, as the law lists.',
    'Is the use in Annex I or III?',
    'limited',
    'Full duties.',
    'Hiring.',
    works.euai,
  ),
  prohibited: term(
    'A practice the law forbids.',
    'Is it in Article 5?',
    'high',
    'Forbidden.',
    'Social scoring.',
    works.euai,
  ),
};
