import { cycles } from './cycles.js';
import { wrongWays } from './import-rules.js';
import { readSource } from './source.js';
import { brokenText, databaseClock, emptyName } from './text-rules.js';

// The rules can fail: each row is a file that must not be, and what is said about it; then files that may be.

test.each([
  [
    'apps/api/src/systems/x.ts',
    `import { I } from '../incidents/incident.service.js'`,
    'may not call api/incidents',
  ],
  [
    'apps/api/src/platform/x.ts',
    `import { A } from '../activity/activity.service.js'`,
    'may not call api/activity',
  ],
  ['apps/api/src/incidents/x.ts', `import { s } from '../systems/systems.queries.js'`, 'by its service'],
  [
    'apps/api/src/incidents/x.ts',
    `import { t } from '../harness/test-database.js'`,
    'may not call api/harness',
  ],
  ['apps/api/src/incidents/x.ts', `import type { R } from 'react'`, 'does without it'],
  ['apps/api/src/gadgets/x.ts', `export const x = 1`, 'lives in no room'],
  ['apps/api/src/main.ts', `const x = await import('../../web/src/main.js')`, 'may not call web/main'],
  ['apps/api/e2e/x.spec.ts', `import { x } from '../../web/src/client/call.js'`, 'never imports the other'],
  ['apps/web/src/ui/x.tsx', `import { call } from '../client/call.js'`, 'may not call web/client'],
  [
    'apps/web/src/ui/x.tsx',
    `import { s } from '@plumbline/shared/taxonomy/values'`,
    'may not call shared/taxonomy',
  ],
  [
    'apps/web/src/client/x.ts',
    `import { s } from '@plumbline/shared/taxonomy/values'`,
    'may not call shared/taxonomy',
  ],
  [
    'apps/web/src/features/rmf/x.ts',
    `import { y } from '../metrics/y.js'`,
    'may not call web/features/metrics',
  ],
  ['apps/web/src/features/rmf/x.ts', `import { y } from '../../app/router.js'`, 'may not call web/app'],
  ['apps/web/src/app/x.ts', `export { y } from '../../../api/src/main.js'; x()`, 'may not call api/main'],
  ['apps/web/e2e/x.ts', `type X = import('../../api/src/main.js').X`, 'never imports the other'],
  ['packages/shared/src/divergence/x.ts', `import { z } from 'zod'`, 'does without it'],
  ['packages/shared/src/divergence/x.ts', `import { y } from '../contract/y.js'`, 'may not call shared'],
  ['packages/shared/src/contract/x.ts', `import { readFileSync } from 'node:fs'`, 'does without it'],
  ['packages/shared/src/incident/x.ts', `import { Injectable } from '@nestjs/common'`, 'does without it'],
])('%s with "%s"', (path, text, words) => {
  expect(wrongWays(readSource(path, text)).join()).toContain(words);
});

test.each([
  ['apps/api/src/incidents/x.ts', `import { s } from '../systems/systems.service.js'`],
  ['apps/api/src/incidents/x.ts', `import { q } from './incident.queries.js'`],
  ['apps/api/src/platform/x.spec.ts', `import { t } from '../harness/test-database.js'`],
  [
    'apps/web/src/features/rmf/x.tsx',
    `import '../../ui/x.module.css'; import { B } from '../../ui/button.js'`,
  ],
  [
    'apps/web/src/app/pages/x.tsx',
    `import { y } from '../../features/rmf/y.js'; import { z } from '../../features/a/z.js'`,
  ],
])('%s may have "%s"', (path, text) => {
  expect(wrongWays(readSource(path, text))).toEqual([]);
});

test('a ring of imports is named; one of types alone is none', () => {
  const ring = (statement: string) => [
    readSource('bench/a.ts', `import { b } from './b.js'; b()`),
    readSource('bench/b.ts', `import { c } from './c.js'; c()`),
    readSource('bench/c.ts', statement),
  ];
  expect(cycles(ring(`import { a } from './a.js'; a()`))).toEqual([
    'bench/a -> bench/b -> bench/c -> bench/a',
  ]);
  expect(cycles(ring(`import type { A } from './a.js'; let a: A`))).toEqual([]);
});

test.each([
  ['apps/api/src/incidents/utils.ts', true],
  ['apps/api/src/incidents/incident-helpers.ts', true],
  ['apps/web/src/ui/index.tsx', true],
  ['apps/api/src/core/thing.ts', true],
  ['packages/shared/src/contract/incident.dto.ts', true],
  ['apps/web/src/ui/key-base.ts', false],
  ['packages/shared/src/incident/lifecycle.ts', false],
])('the name %s is empty: %s', (path, empty) => {
  expect(emptyName(path).length > 0).toBe(empty);
});

test.each([
  ['a file of 301 lines', 'const x = 1;\n'.repeat(301), '301 lines'],
  ['a barrel', `export * from './a.js'; export { b } from './b.js'`, 'only hands on'],
  ['forwardRef', `import { forwardRef } from '@nestjs/common'; forwardRef(() => X)`, 'forwardRef'],
  ['a Dto', `export interface IncidentDto { a: string }`, 'Dto'],
  [
    'a body under another name',
    `class C { m(@Body({ schema: NewPair }) pair: PairEdit) {} }`,
    'is called PairEdit',
  ],
  ['a body taken apart under another name', `class C { m(@Body({ schema: A }) { x }: B) {} }`, 'is called B'],
  ['the time from the database', 'q(`SELECT * FROM incident WHERE due_at < now()`)', 'from the clock'],
  ['the date from the database', `q('UPDATE a SET b = CURRENT_TIMESTAMP')`, 'from the clock'],
])('%s is refused', (_, text, words) => {
  expect(brokenText(readSource('apps/api/src/incidents/x.ts', text)).join()).toContain(words);
});

test('300 lines, a matching body and our own clock are fine', () => {
  const text = `class C { m(@Body({ schema: A }) a: A) { return this.clock.now(); } }\n`.padEnd(420, '\n');
  expect(brokenText(readSource('apps/api/src/incidents/x.ts', text))).toEqual([]);
});

test('structure files leave the time to the clock as well', () => {
  expect(
    databaseClock('migrations/0001-x.sql', 'CREATE TABLE a (b timestamptz DEFAULT now());'),
  ).toHaveLength(1);
  expect(databaseClock('migrations/0001-x.sql', 'CREATE TABLE a (b timestamptz); -- never now()')).toEqual(
    [],
  );
});
