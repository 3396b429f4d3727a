import type { NewReportingClock } from '@plumbline/shared/contract/clock';
import type { ClocksService } from '../../duties/clocks.service.js';
import type { StoryAct, StoryWorld } from './story-act.js';
import type { StoryPerson } from './story-cast.js';
import type { StoryRef } from './story-incident.js';

interface StoryClock {
  ref: StoryRef;
  by: StoryPerson;
  /** The days before the story's today on which it was started, and ahead of it on which it is due. */
  daysAgo: number;
  dueDaysAhead?: number;
  clock: Partial<NewReportingClock>;
}

/** Duties to report that the people of the story saw: one runs, one does not hold, one was met. */
const storyClocks: readonly StoryClock[] = [
  {
    ref: 'university',
    by: 'amara',
    daysAgo: 2,
    dueDaysAhead: 5,
    clock: { name: 'Tell the works council', authority: 'Works council, by the agreement of 2024' },
  },
  {
    ref: 'university',
    by: 'amara',
    daysAgo: 2,
    clock: {
      duty: 'eu-gdpr-33',
      state: 'not_reportable',
      note: 'No personal data left the screen or came to those who must not see them.',
    },
  },
  {
    ref: 'queue',
    by: 'elif',
    daysAgo: 1,
    clock: {
      name: 'Tell the people concerned',
      authority: 'Everybody whose report was closed unread',
      state: 'reported',
      note: 'Written to all of them within three days.',
    },
  },
];

/** Somebody starts a clock in the evening. */
export function clockActs(world: StoryWorld, { clocks }: { clocks: ClocksService }): StoryAct[] {
  return storyClocks.map(({ ref, by, daysAgo, dueDaysAhead, clock }) => ({
    at: world.at([daysAgo, '18:00']),
    by,
    play: (caller) =>
      clocks.add(caller, world.known(world.incidents, ref), {
        duty: null,
        state: 'running',
        startsAt: world.at([daysAgo, '18:00']).toISOString(),
        ...(dueDaysAhead !== undefined && { dueAt: world.at([-dueDaysAhead, '16:00']).toISOString() }),
        ...clock,
      }),
  }));
}
