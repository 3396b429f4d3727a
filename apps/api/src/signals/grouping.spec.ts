import { fingerprintOf, type Groupable } from './grouping.js';

const signal: Groupable = {
  title: 'Watch time rises while ratings fall',
  environment: 'production',
  severity: 'critical',
  labels: { alertname: 'ProxyDrift', market: 'jp' },
  systemKey: 'feed-ranker',
  metricKey: null,
  mechanism: null,
  sourceKey: 'prod-alerts',
};

test.each<[string, Partial<Groupable>, string, string]>([
  ['by system, metric and the name of the alert', {}, '{{default}}', 'feed-ranker / - / ProxyDrift'],
  [
    'the mechanism goes before the name',
    { mechanism: 'reward_hacking' },
    '{{default}}',
    'feed-ranker / - / reward_hacking',
  ],
  [
    'a tool without names: by title',
    { labels: {} },
    '{{default}}',
    'feed-ranker / - / Watch time rises while ratings fall',
  ],
  ['narrower by a template', {}, '{{default}} in {{labels.market}}', 'feed-ranker / - / ProxyDrift in jp'],
  ['by something else', {}, '{{ source }}: {{environment}}', 'prod-alerts: production'],
  ['an unknown name is empty', {}, 'x {{labels.nothing}} {{nonsense}}', 'x'],
  ['an empty result is the default', {}, '{{labels.nothing}}', 'feed-ranker / - / ProxyDrift'],
])('%s', (_, said, template, fingerprint) => {
  expect(fingerprintOf(template, { ...signal, ...said })).toBe(fingerprint);
});

test('what is long stays apart', () => {
  const [one, other] = ['a', 'b'].map((end) => fingerprintOf(`${'x'.repeat(600)}${end}`, signal));
  expect(one!.length).toBeLessThanOrEqual(400);
  expect(one).not.toBe(other);
});
