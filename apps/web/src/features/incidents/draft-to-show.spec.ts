import { draftToShow } from './draft-to-show.js';
import { emptyDraft } from './log-draft.js';

const here = { ...emptyDraft, title: 'Here' };
const kept = { draft: { title: 'Elsewhere' }, savedAt: '2026-11-20T09:00:00.000Z' };
const situation = { here, synced: null, kept };

test.each([
  ['one that was saved elsewhere is offered', {}, 'Elsewhere'],
  ['beside an empty form too', { here: emptyDraft }, 'Elsewhere'],
  ['not the one that this device saved itself', { synced: kept.savedAt }, undefined],
  ['not where nothing was kept', { kept: { draft: null, savedAt: null } }, undefined],
  ['not where it says the same', { here: { ...emptyDraft, title: 'Elsewhere' } }, undefined],
])('%s', (_, more, title) => {
  expect(draftToShow({ ...situation, ...more })?.title).toBe(title);
});
