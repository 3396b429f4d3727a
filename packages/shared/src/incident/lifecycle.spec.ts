import type { IncidentVerb } from '../contract/incident-move.js';
import { incidentStatus, substatus as substatuses } from '../taxonomy/values/incident.js';
import { valuesOf } from '../taxonomy/values.js';
import { move, moves, movesFrom, stageOf, type LifeState } from './lifecycle.js';

const verbs = Object.keys(moves) as IncidentVerb[];
const unaccepted: LifeState[] = (['pending', 'snoozed', 'declined', 'duplicate'] as const).map(
  (triageState) => ({
    triageState,
    status: null,
    substatus: null,
  }),
);
const accepted: LifeState[] = valuesOf(incidentStatus).flatMap((status) =>
  valuesOf(substatuses).map((substatus) => ({ triageState: 'accepted' as const, status, substatus })),
);
const everyState = [...unaccepted, ...accepted];
const name = (state: LifeState) => stageOf(state) + (state.substatus ? ` (${state.substatus})` : '');

test('what is possible from every state', () => {
  const table = everyState.map((state) => `${name(state).padEnd(26)} ${movesFrom(state).join(', ')}`);
  expect(table).toMatchSnapshot();
});

const attempts = everyState.flatMap((state) => verbs.map((verb) => [name(state), verb, state] as const));

test.each(attempts.filter(([, verb, state]) => movesFrom(state).includes(verb)))(
  '%s, %s: leads to a legal state',
  (_, verb, state) => {
    const after = move(state, verb)!;
    expect(after.triageState === 'accepted').toBe(after.status !== null);
    expect(after.status !== null).toBe(after.substatus !== null);
    expect(everyState).toContainEqual(after);
  },
);

test('what is not in the table leads nowhere', () => {
  const impossible = attempts.filter(([, verb, state]) => !movesFrom(state).includes(verb));
  expect(impossible.length).toBeGreaterThan(200);
  expect(impossible.filter(([, verb, state]) => move(state, verb) !== null)).toEqual([]);
});

test.each<[IncidentVerb[], string]>([
  [['accept', 'investigate', 'mitigate', 'monitor', 'resolve', 'close'], 'closed (ongoing)'],
  [['accept', 'resolve', 'close', 'reopen'], 'investigating (regressed)'],
  [['accept', 'escalate', 'mitigate'], 'mitigating (escalating)'],
  [['accept', 'escalate', 'settle'], 'open (ongoing)'],
  [['snooze', 'wake', 'accept'], 'open (new)'],
  [['decline', 'reconsider'], 'pending'],
  [['mark_duplicate', 'reconsider'], 'pending'],
  [['accept', 'reconsider'], 'pending'],
])('%j ends as %s', (path, end) => {
  let state: LifeState = { triageState: 'pending', status: null, substatus: null };
  for (const verb of path) state = move(state, verb)!;
  expect(name(state)).toBe(end);
});

test('a regressed incident stays regressed until somebody settles it', () => {
  const reopened = move({ triageState: 'accepted', status: 'closed', substatus: 'ongoing' }, 'reopen')!;
  expect(move(reopened, 'mitigate')).toMatchObject({ status: 'mitigating', substatus: 'regressed' });
  expect(move(reopened, 'settle')).toMatchObject({ status: 'investigating', substatus: 'ongoing' });
});
