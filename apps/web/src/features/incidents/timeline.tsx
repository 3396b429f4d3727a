import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Segmented } from '../../ui/segmented.js';
import { Skeleton } from '../../ui/states.js';
import { dayAndTime, shortDayOf } from '../../ui/time-words.js';
import { activityWords, isStory } from './activity-words.js';
import styles from './talk.module.css';
import { activityQuery } from './talk-queries.js';

const views = [
  { value: 'story', label: 'Story' },
  { value: 'everything', label: 'Everything' },
] as const;

/** What happened to an incident, newest first: its story, or every change. */
export function Timeline({ workspace, incidentKey }: { workspace: string; incidentKey: string }) {
  const activity = useInfiniteQuery(activityQuery(workspace, incidentKey));
  const [view, setView] = useState<'story' | 'everything'>('story');
  return (
    <Section
      title="Timeline"
      meta={<Segmented label="What the timeline shows" options={views} value={view} onChange={setView} />}
    >
      <QueryView of={activity} skeleton={<Skeleton rows={3} />}>
        {({ pages }) => (
          <>
            <ol className={styles.entries}>
              {pages
                .flatMap(({ items }) => items)
                .filter((entry) => view === 'everything' || isStory(entry))
                .map((entry) => (
                  <li key={entry.seq} className={styles.entry}>
                    <time dateTime={entry.at} title={dayAndTime(entry.at)}>
                      {shortDayOf(entry.at)}
                    </time>
                    <span>
                      <b>{entry.actor.name}</b> {activityWords(entry)}
                    </span>
                  </li>
                ))}
            </ol>
            {activity.hasNextPage && (
              <Button pending={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
                Earlier
              </Button>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}
