import type { EvidenceGrade, RecordKind, Severity } from '../values/incident.js';
import { severityDefinitions } from '../severity.js';
import { term, type Terms, works } from './term.js';

export const severityTerms: Terms<Severity> = {
  sev1: term(
    severityDefinitions.sev1,
    'Would you wake somebody at night?',
    'sev2',
    'Serious harm, or control in doubt.',
    'A system keeps acting after a stop order.',
    works.sre,
  ),
  sev2: term(
    severityDefinitions.sev2,
    'Must somebody act today?',
    'sev3',
    'Harm is real or likely, and not small.',
    'A chat confirms wrong legal deadlines.',
    works.sre,
  ),
  sev3: term(
    severityDefinitions.sev3,
    'Is it worth planned work?',
    'sev4',
    'It harms, if little.',
    'Summaries drop dissenting voices.',
    works.sre,
  ),
  sev4: term(
    severityDefinitions.sev4,
    'Can it wait?',
    'sev3',
    'No harm seen.',
    'Captions praise every photo.',
    works.sre,
  ),
};

export const recordKindTerms: Terms<RecordKind> = {
  incident: term(
    'It happened to people, outside of tests.',
    'Was anybody outside the team touched?',
    'near_miss',
    'It reached people.',
    'A live chat misleads customers.',
    works.oecd,
  ),
  near_miss: term(
    'It would have reached people, and was caught.',
    'Did chance or a check stop it?',
    'incident',
    'Stopped in time.',
    'A release gate held.',
    works.oecd,
  ),
  hazard: term(
    'Nothing happened yet; it may.',
    'Is the danger there without an event?',
    'near_miss',
    'No event at all.',
    'A proxy without an intent measure.',
    works.oecd,
  ),
  red_team_finding: term(
    'Found by people who tried to make it fail.',
    'Was it provoked on purpose?',
    'evaluation_finding',
    'An attack, not a measurement.',
    'A jailbreak found by hand.',
    'Ganguli et al., arXiv:2209.07858',
  ),
  evaluation_finding: term(
    'Found in training or evaluation.',
    'Did a test show it?',
    'red_team_finding',
    'A measurement, not an attack.',
    'Win rate falls in a run.',
    works.rmf,
  ),
  drill: term(
    'Played to practise.',
    'Is everyone pretending?',
    'hazard',
    'Not real.',
    'A quarterly exercise.',
    works.sre,
  ),
  reference: term(
    'A documented case of others, to learn from.',
    'Did it happen elsewhere?',
    'incident',
    'Not ours.',
    'The circling boat.',
    works.gaming,
  ),
};

export const evidenceGradeTerms: Terms<EvidenceGrade> = {
  a: term(
    'Others can make it happen again.',
    'Was it reproduced?',
    'b',
    'Reproduced, not only recorded.',
    'A script that shows it.',
    works.house,
  ),
  b: term(
    'There is a record of it.',
    'Is there a transcript, log or series?',
    'c',
    'A record, not only a report.',
    'A saved conversation.',
    works.house,
  ),
  c: term(
    'Somebody reported it.',
    'Is there a witness and no record?',
    'd',
    'Somebody saw it.',
    'A customer letter.',
    works.house,
  ),
  d: term(
    'It is suspected.',
    'Is it an inference?',
    'c',
    'Nobody saw it.',
    'A curve looks odd.',
    works.house,
  ),
};
