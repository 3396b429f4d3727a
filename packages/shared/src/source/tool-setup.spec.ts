import { parse } from 'yaml';
import { toolKind } from '../taxonomy/values/tool.js';
import { valuesOf } from '../taxonomy/values.js';
import { toolSetup } from './tool-setup.js';

const address = { installation: 'https://plumbline.example', slug: 'prod', apiKey: 'plk_a_b' };

test.each(valuesOf(toolKind))('%s: address and key stand in the text', (kind) => {
  const { url, text, where } = toolSetup(kind, address);
  expect(url).toMatch(/^https:\/\/plumbline\.example\/(ingest\/prod\/|api\/v1\/|v2\/)/);
  expect(text).toContain(url);
  expect(text).toContain('plk_a_b');
  expect(where).not.toBe('');
});

test.each(['alertmanager', 'grafana', 'prometheus'] as const)('%s: the text is YAML', (kind) => {
  expect(
    Object.keys(parse(toolSetup(kind, { ...address, seriesNames: ['a.b', 'eval_*'] }).text) as object).length,
  ).toBeGreaterThan(0);
});

test('Prometheus sends what is wanted and nothing else', () => {
  const { text } = toolSetup('prometheus', { ...address, seriesNames: ['judge_score', 'eval_*', 'a.b'] });
  const [write] = (parse(text) as { remote_write: { write_relabel_configs: { regex: string }[] }[] })
    .remote_write;
  expect(write!.write_relabel_configs[0]!.regex).toBe('judge_score|eval_.*|a\\.b');
});
