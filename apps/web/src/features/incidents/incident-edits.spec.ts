import { exampleIncident } from '@plumbline/shared/contract/incident-example';
import { clashes, editBack, fieldsOf, type IncidentEdit } from './incident-edits.js';
import type { Incident } from './incident-queries.js';

const record = exampleIncident as unknown as Incident;
const sycophancy = {
  value: 'sycophancy',
  certainty: 'known',
  provenance: 'person',
  rationale: '',
  quote: '',
};
const labelled = (...values: string[]): Incident =>
  ({ ...record, labels: values.map((value) => ({ ...sycophancy, facet: 'mechanism', value })) }) as Incident;

test('a facet of labels is a field of its own', () => {
  const edit: IncidentEdit = { title: 'x', labels: { mechanism: [], harmType: [] } };
  expect(fieldsOf(edit)).toEqual(['title', 'labels.mechanism', 'labels.harmType']);
});

test.each<[string, IncidentEdit, Partial<Incident>, string[]]>([
  ['nobody changed anything', { title: 'Mine' }, {}, []],
  ['they changed another field', { title: 'Mine' }, { lesson: 'Theirs' }, []],
  ['they changed the same field', { title: 'Mine' }, { title: 'Theirs' }, ['title']],
  ['they changed it to what I want', { title: 'Mine' }, { title: 'Mine' }, []],
  ['they named another owner', { ownerId: 'a' }, { owner: { id: 'b', name: 'B' } }, ['ownerId']],
  ['they named the same owner', { ownerId: 'a' }, { owner: { id: 'a', name: 'A' } }, []],
  ['one of two fields', { title: 'Mine', lesson: 'Mine' }, { lesson: 'Theirs' }, ['lesson']],
  ['the same tags in another order', { tags: ['a', 'b'] }, { tags: ['b', 'a'] }, []],
])('%s', (_, edit, change, expected) => {
  expect(clashes(edit, record, { ...record, ...change })).toEqual(expected);
});

test('labels clash by facet, not by who set them or when', () => {
  const mine = { labels: { mechanism: [{ ...sycophancy, value: 'reward_hacking' }] } } as IncidentEdit;
  const setAgain = { ...labelled('sycophancy') };
  setAgain.labels = setAgain.labels.map((label) => ({ ...label, setBy: 'Somebody', setAt: 'later' }));
  expect(clashes(mine, labelled('sycophancy'), setAgain)).toEqual([]);
  expect(clashes(mine, labelled('sycophancy'), labelled('other'))).toEqual(['labels.mechanism']);
});

test('the way back names the same fields as they were', () => {
  const edit = { ownerId: 'x', tags: ['new'], labels: { mechanism: [] } } as IncidentEdit;
  const before = { ...labelled('sycophancy'), owner: { id: 'jonas', name: 'Jonas' }, tags: ['old'] };
  expect(editBack(edit, before)).toEqual({
    ownerId: 'jonas',
    tags: ['old'],
    labels: { mechanism: [sycophancy] },
  });
});
