import { mitigationStatus } from '../taxonomy/values/mitigation.js';
import { valuesOf } from '../taxonomy/values.js';
import { mayBecome, mitigationMoves } from './mitigation-life.js';

const statuses = valuesOf(mitigationStatus);

test('what each status may become', () => {
  const table = statuses.map(
    (from) => `${from}: ${statuses.filter((to) => to !== from && mayBecome(from, to)).join(', ')}`,
  );
  expect(table).toEqual([
    'proposed: planned, active, retired',
    'planned: proposed, active, retired',
    'active: planned, verified, ineffective, retired',
    'verified: active, ineffective, retired',
    'ineffective: active, verified, retired',
    'retired: proposed, active',
  ]);
});

test('nothing is judged that never ran', () => {
  const judged = statuses.filter((from) =>
    ['verified', 'ineffective'].some((to) => mitigationMoves[from].includes(to as never)),
  );
  expect(judged).toEqual(['active', 'verified', 'ineffective']);
});
