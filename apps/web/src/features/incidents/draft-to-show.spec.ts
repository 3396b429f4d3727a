import { draftToShow } from './draft-to-show.js';
import { emptyDraft } from './log-draft.js';

const here = { ...emptyDraft, title: 'Here' };
const kept = { draft: { title: 'Elsewhere' }, savedAt: '2026-11-20T09:00:00.000Z' };
const situation = { here, typed: false, synced: null, kept, given: {} };

test.each([
  ['one that was saved elsewhere is shown', {}, 'Elsewhere'],
  ['over an empty form too', { here: emptyDraft }, 'Elsewhere'],
  ['not the one that this device saved itself', { synced: kept.savedAt }, undefined],
  ['not over what is being typed', { typed: true }, undefined],
  ['not where nothing was kept', { kept: { draft: null, savedAt: null } }, undefined],
  ['not where it says the same', { here: { ...emptyDraft, title: 'Elsewhere' } }, undefined],
  ['what the address filled in stays', { given: { title: 'From a tool' } }, 'From a tool'],
])('%s', (_, more, title) => {
  expect(draftToShow({ ...situation, ...more })?.title).toBe(title);
});
