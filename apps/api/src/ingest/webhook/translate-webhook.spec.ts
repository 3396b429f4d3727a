import { WebhookMapping } from '@plumbline/shared/contract/source';
import { atPointer } from './json-pointer.js';
import { translateWebhook } from './translate-webhook.js';

const mapping = (given: object = {}) => WebhookMapping.parse(given);

test.each<[string, unknown]>([
  ['', { 'a/b': [{ 'm~n': 1 }] }],
  ['/a~1b/0/m~0n', 1],
  ['/a~1b/1', undefined],
  ['/constructor', undefined],
  ['/a~1b/length', 1],
])('pointer "%s"', (pointer, value) => {
  expect(atPointer({ 'a/b': [{ 'm~n': 1 }] }, pointer)).toEqual(value);
});

test('a Datadog monitor, by its preset', () => {
  const datadog = mapping({
    title: '/title',
    dedupKey: '/alert_id',
    status: '/alert_transition',
    resolved: ['Recovered'],
    description: '/body',
    severity: '/priority',
    link: '/link',
    occurredAt: '/date',
  });
  const body = {
    title: '[Triggered] Judge score drifts',
    alert_id: 1234567,
    alert_transition: 'Recovered',
    body: 'The judge likes everything.',
    priority: 'P2',
    link: 'https://datadog.example/monitors/1234567',
    date: '1795098000000',
  };
  expect(translateWebhook(body, datadog).signals).toEqual([
    expect.objectContaining({
      dedupKey: '1234567',
      action: 'resolve',
      title: '[Triggered] Judge score drifts',
      severity: 'P2',
      link: 'https://datadog.example/monitors/1234567',
      occurredAt: 1_795_098_000_000,
    }),
  ]);
});

test('a list; what has no title is left, the rest is taken', () => {
  const { signals, left } = translateWebhook(
    { events: [{ title: 'One' }, {}, null, { title: 'Two', status: 'OK' }] },
    mapping({ items: '/events' }),
  );
  expect(signals.map(({ title, action }) => [title, action])).toEqual([
    ['One', 'trigger'],
    ['Two', 'resolve'],
  ]);
  expect(left).toHaveLength(2);
});

test.each<[string, unknown, object]>([
  ['no list where one should be', { events: 1 }, { items: '/events' }],
  ['a text', 'hello', {}],
  ['null', null, {}],
])('%s is refused in a sentence', (_, body, given) => {
  expect(() => translateWebhook(body, mapping(given))).toThrow(/There is no list/);
});

test('seconds, milliseconds, ISO 8601 and nonsense', () => {
  const at = (occurredAt: unknown) =>
    translateWebhook({ title: 'x', t: occurredAt }, mapping({ occurredAt: '/t' })).signals[0]!.occurredAt;
  expect(at(1_795_098_000)).toBe(1_795_098_000_000);
  expect(at(1_795_098_000_000)).toBe(1_795_098_000_000);
  expect(at('2026-11-19T14:20:00Z')).toBe(Date.parse('2026-11-19T14:20:00Z'));
  expect(at('yesterday')).toBeNull();
  expect(at(1e300)).toBeNull();
});
