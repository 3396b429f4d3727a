import fc from 'fast-check';
import { live, overtakenMs, reopenWindowMs, type Happening, type Known, type Step } from './signal-life.js';

const nothing: Known = { life: null, earlyResolve: null };
const minute = 60_000;
const hour = 60 * minute;

/** Events as `trigger 0`, `resolve 5`: what, and when it happened, in minutes; each comes in as it happens. */
function tell(...events: (string | [event: string, comesAt: number])[]): Step[] {
  let known = nothing;
  return events.map((told) => {
    const [words, comesAt] = Array.isArray(told) ? told : [told, undefined];
    const [action, at] = words.split(' ') as ['trigger' | 'resolve', string];
    const event: Happening = {
      action,
      at: Number(at) * minute,
      receivedAt: (comesAt ?? Number(at)) * minute,
    };
    const step = live(known, event);
    known = step.known;
    return step;
  });
}

const what = (...events: Parameters<typeof tell>): string =>
  tell(...events)
    .map((step) => step.what)
    .join(' ');
const last = (...events: Parameters<typeof tell>) => tell(...events).at(-1)!.known.life;

test('fires, is told again, ends', () => {
  expect(what('trigger 0', 'trigger 1', 'resolve 5')).toBe('opened told_again resolved');
  expect(last('trigger 0', 'trigger 1', 'resolve 5')).toEqual({
    episode: 1,
    state: 'resolved',
    startedAt: 0,
    triggeredAt: minute,
    resolvedAt: 5 * minute,
    count: 2,
  });
});

test('fires again within a day: the same episode goes on; later it is the next one', () => {
  const day = reopenWindowMs / minute;
  expect(what('trigger 0', 'resolve 5', `trigger ${5 + day}`)).toBe('opened resolved reopened');
  expect(what('trigger 0', 'resolve 5', `trigger ${6 + day}`)).toBe('opened resolved recurred');
  expect(last('trigger 0', 'resolve 5', `trigger ${6 + day}`)).toMatchObject({
    episode: 2,
    count: 1,
    state: 'open',
  });
});

test('a firing that is told again after its end changes nothing', () => {
  expect(what('trigger 0', 'resolve 5', ['trigger 0', 6])).toBe('opened resolved ignored');
  expect(last('trigger 0', 'resolve 5', ['trigger 0', 6])).toMatchObject({ state: 'resolved', count: 1 });
});

test('the same end twice, or the end of an earlier firing, changes nothing', () => {
  expect(what('trigger 0', 'resolve 5', 'resolve 5')).toBe('opened resolved ignored');
  expect(what('trigger 0', 'resolve 5', 'trigger 9', ['resolve 5', 10])).toBe(
    'opened resolved reopened ignored',
  );
});

test('an end that overtakes its trigger: what begins is over, for a quarter of an hour', () => {
  expect(last(['resolve 5', 6], ['trigger 0', 7])).toMatchObject({
    state: 'resolved',
    resolvedAt: 5 * minute,
  });
  expect(last(['resolve 5', 6], ['trigger 0', 6 + overtakenMs / minute])).toMatchObject({
    state: 'resolved',
  });
  expect(last(['resolve 5', 6], ['trigger 0', 7 + overtakenMs / minute])).toMatchObject({ state: 'open' });
  expect(last(['resolve 5', 6], ['trigger 6', 7])).toMatchObject({ state: 'open' });
});

test('the same, where the thing had fired before', () => {
  expect(last('trigger 0', 'resolve 5', ['resolve 20', 21], ['trigger 10', 22])).toMatchObject({
    state: 'resolved',
    resolvedAt: 20 * minute,
    episode: 1,
    count: 2,
  });
});

test('an end of something unknown waits; nothing is invented', () => {
  expect(last('resolve 5')).toBeNull();
});

test('whatever comes in whatever order, the newest event within a day decides', () => {
  const event = fc.record({
    action: fc.constantFrom<Happening['action']>('trigger', 'resolve'),
    // Half a minute apart at least: an end at the moment of a firing is the end of that firing.
    at: fc.integer({ min: 0, max: 20 }).map((at) => at * minute),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(event, { selector: ({ at }) => at, minLength: 1, maxLength: 12 }),
      (events) => {
        let known = nothing;
        events.forEach(({ action, at }, index) => {
          known = live(known, { action, at, receivedAt: hour + index * 1000 }).known;
        });
        const newest = events.reduce((one, other) => (other.at > one.at ? other : one));
        const fired = events.some(({ action }) => action === 'trigger');
        const wanted = newest.action === 'trigger' ? 'open' : 'resolved';
        expect(known.life?.state ?? 'never fired').toBe(fired ? wanted : 'never fired');
      },
    ),
  );
});

test('sending everything twice changes nothing but the count', () => {
  const event = fc.record({
    action: fc.constantFrom<Happening['action']>('trigger', 'resolve'),
    at: fc.integer({ min: 0, max: 20 }).map((at) => at * minute),
  });
  const outcome = (events: Happening[]) => {
    let known = nothing;
    for (const each of events) known = live(known, each).known;
    return known.life && { ...known.life, count: 0 };
  };
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), (events) => {
      const told = events.map((each, index) => ({ ...each, receivedAt: hour + index }));
      expect(outcome(told.flatMap((each) => [each, each]))).toEqual(outcome(told));
    }),
  );
});
