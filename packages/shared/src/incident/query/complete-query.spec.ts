import { completeQuery } from './complete-query.js';

const names = { system: [{ value: 'feed-ranker', label: 'Feed ranker' }] };

/** What the text becomes with the first proposal; `|` is the cursor. */
function first(marked: string): string | null {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, proposals } = completeQuery(text, cursor, names);
  return proposals[0] ? text.slice(0, from) + proposals[0].insert + text.slice(to) : null;
}

test.each<[string, string | null]>([
  ['|', 'state:'],
  ['sev|', 'severity:'],
  ['status:open -ow|', 'status:open -owner:'],
  ['severity:|', 'severity:sev1 '],
  ['severity:sev1,|', 'severity:sev1,sev2 '],
  ['kind:mi|', 'kind:near_miss '],
  ['owner:n|', 'owner:nobody '],
  ['system:rank|', 'system:feed-ranker '],
  ['system:"fe|', 'system:feed-ranker '],
  ['outer|', 'type:outer '],
  ['since:7|', 'since:7d '],
  ['st| type:outer', 'state: type:outer'],
  ['"outer|', null],
  ['sevrity:s|', null],
  ['zebra|', null],
])('%s becomes %s', (marked, expected) => {
  expect(first(marked)).toBe(expected);
});
