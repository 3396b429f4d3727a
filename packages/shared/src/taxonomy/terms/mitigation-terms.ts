import type {
  MitigationFailureMode,
  MitigationStage,
  MitigationStatus,
  RmfAssessment,
  RmfStatementState,
} from '../values/mitigation.js';
import { term, type Terms, works } from './term.js';

export const mitigationStageTerms: Terms<MitigationStage> = {
  specification: term(
    'Changes what is asked for.',
    'Is the wish written anew?',
    'training',
    'Before anything is trained.',
    'A target band.',
    works.deep,
  ),
  training: term(
    'Changes how it learns.',
    'Must it be trained again?',
    'post_training',
    'The main training.',
    'A KL penalty.',
    works.deep,
  ),
  post_training: term(
    'Changes a trained model.',
    'Is a trained model tuned?',
    'training',
    'After the main training.',
    'Preference tuning.',
    works.deep,
  ),
  runtime: term(
    'Guards it while it runs.',
    'Does the model stay as it is?',
    'organisational',
    'In the program.',
    'A classifier before it.',
    works.shift,
  ),
  organisational: term(
    'Changes what people do.',
    'Do people act differently?',
    'runtime',
    'In the house.',
    'A release gate.',
    works.rmf,
  ),
};

export const mitigationStatusTerms: Terms<MitigationStatus> = {
  proposed: term(
    'Somebody suggests it.',
    'Is it only an idea?',
    'planned',
    'Not decided.',
    'A note in triage.',
    works.house,
  ),
  planned: term(
    'Decided, not yet in place.',
    'Is there a day?',
    'proposed',
    'Decided.',
    'Next release.',
    works.house,
  ),
  active: term(
    'In place.',
    'Does it run now?',
    'verified',
    'Whether it helps is open.',
    'Cap at .3.',
    works.house,
  ),
  verified: term(
    'A measure shows that it helps.',
    'Does the interval exclude zero?',
    'active',
    'Measured.',
    '+2.3 points, .4 to 4.2.',
    works.rmf,
  ),
  ineffective: term(
    'A measure shows that it does not help.',
    'Did nothing move?',
    'retired',
    'May still run.',
    'Authors moved to images.',
    works.rmf,
  ),
  retired: term(
    'No longer in place.',
    'Is it off?',
    'ineffective',
    'Off, for whatever reason.',
    'Replaced.',
    works.house,
  ),
};

export const mitigationFailureModeTerms: Terms<MitigationFailureMode> = {
  brittle: term(
    'Breaks when inputs change.',
    'Does a rephrasing get past?',
    'shallow',
    'Breaks from outside.',
    'A word list.',
    works.rlhf,
  ),
  shallow: term(
    'Changes the surface, not the cause.',
    'Is the tendency still there?',
    'brittle',
    'Holds, and hides it.',
    'Politer refusals.',
    works.rlhf,
  ),
  does_not_scale: term(
    'Works for few, not for many.',
    'Who does it at ten times the volume?',
    'conflicts',
    'Runs out of hands.',
    'Review by hand.',
    works.rlhf,
  ),
  conflicts: term(
    'Costs another goal.',
    'What got worse?',
    'does_not_scale',
    'Works, at a price.',
    'Refuses more.',
    works.hhh,
  ),
  gamed: term(
    'The system learns its way around it.',
    'Did behaviour adapt to it?',
    'brittle',
    'The system adapts, not the input.',
    'Hides intent from the monitor.',
    'Baker et al., arXiv:2503.11926',
  ),
};

export const rmfAssessmentTerms: Terms<RmfAssessment> = {
  gap: term(
    'Nothing was in place.',
    'Was there no practice at all?',
    'failed_control',
    'Missing, not failed.',
    'No intent measure.',
    works.rmf,
  ),
  failed_control: term(
    'Something was in place and did not hold.',
    'Should it have caught this?',
    'gap',
    'It was there.',
    'The gate let it through.',
    works.rmf,
  ),
  worked: term(
    'It held.',
    'Did it do its work here?',
    'improvement',
    'As it is.',
    'Rolled back in two hours.',
    works.rmf,
  ),
  improvement: term(
    'It was made better because of this.',
    'What is different now?',
    'worked',
    'Changed.',
    'Intent statement rewritten.',
    works.rmf,
  ),
};

export const rmfStatementStateTerms: Terms<RmfStatementState> = {
  not_started: term('Nothing yet.', 'Has nobody begun?', 'in_progress', 'Not begun.', 'No owner.', works.rmf),
  in_progress: term('Begun.', 'Is it under way?', 'in_place', 'Not done.', 'A draft policy.', works.rmf),
  in_place: term(
    'Done, with evidence.',
    'Can you show it?',
    'in_progress',
    'Evidence exists.',
    'Weekly panel.',
    works.rmf,
  ),
  not_applicable: term(
    'Does not concern this system.',
    'Is there a reason?',
    'not_started',
    'For a reason.',
    'No third parties.',
    works.rmf,
  ),
};
