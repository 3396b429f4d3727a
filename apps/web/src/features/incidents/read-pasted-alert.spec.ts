import { readPastedAlert } from './read-pasted-alert.js';

test('an alert of a monitoring tool fills title, text, link, time and severity', () => {
  const pasted = JSON.stringify({
    status: 'firing',
    labels: { alertname: 'SessionTimeUp', severity: 'critical' },
    annotations: {
      summary: 'Session time rose, satisfaction fell',
      description: 'The ranker prefers anger.',
    },
    startsAt: '2026-11-19T14:20:00Z',
    generatorURL: 'https://grafana.example.org/alert/7',
  });
  expect(readPastedAlert(pasted)).toEqual({
    title: 'Session time rose, satisfaction fell',
    observedBehaviour: 'The ranker prefers anger.',
    detectedAt: '2026-11-19T14:20:00.000Z',
    link: 'https://grafana.example.org/alert/7',
    severity: 'sev1',
  });
});

test.each([
  ['prose', 'The chat agrees with wrong claims.'],
  ['a number', '42'],
  ['broken JSON', '{"title": "x"'],
  ['JSON without anything to use', '{"a": 1, "b": [true]}'],
])('%s is left alone', (_, text) => {
  expect(readPastedAlert(text)).toBeNull();
});

test('an address that a browser may not open is not taken', () => {
  expect(readPastedAlert('{"title": "x", "url": "javascript:alert(1)"}')).toEqual({ title: 'x' });
});
