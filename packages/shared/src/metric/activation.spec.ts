import { whyMetricCannotActivate, whyPairCannotActivate } from './activation.js';

const metric = { role: 'proxy', state: 'draft', objectiveId: 'o', archivedAt: null };
const pair = {
  state: 'draft',
  archivedAt: null,
  axis: 'time',
  runId: null,
  proxy: { name: 'Watch time', state: 'active' },
  intent: { name: 'Time well spent', state: 'active' },
};

describe('a metric can be activated', () => {
  it.each([
    ['a proxy that stands for an objective', {}, /^yes$/],
    ['a proxy without an intent statement', { objectiveId: null }, /needs an intent/],
    ['an intent measure without an objective', { role: 'intent', objectiveId: null }, /^yes$/],
    ['a guardrail without an objective', { role: 'guardrail', objectiveId: null }, /^yes$/],
    ['one that is active', { state: 'active' }, /active already/],
    ['one that is retired', { state: 'retired' }, /retired/],
    ['one that is archived', { archivedAt: '2026-11-20T08:00:00.000Z' }, /archived/],
  ])('%s', (_, facts, refusal) => {
    const why = whyMetricCannotActivate({ ...metric, ...facts });
    expect(why ?? 'yes').toMatch(refusal);
  });
});

describe('a pair can be activated', () => {
  it.each([
    ['when both halves are active', {}, /^yes$/],
    [
      'not before its proxy',
      { proxy: { name: 'Watch time', state: 'draft' } },
      /Activate the proxy "Watch time"/,
    ],
    ['not before its intent', { intent: { name: 'Audits', state: 'retired' } }, /intent measure "Audits"/],
    ['not by steps without a run', { axis: 'step' }, /Choose the run/],
    ['by steps of a run', { axis: 'kl', runId: 'r' }, /^yes$/],
    ['not twice', { state: 'learning' }, /active already/],
    ['not when archived', { archivedAt: '2026-11-20T08:00:00.000Z' }, /archived/],
  ])('%s', (_, facts, refusal) => {
    const why = whyPairCannotActivate({ ...pair, ...facts });
    expect(why ?? 'yes').toMatch(refusal);
  });
});
