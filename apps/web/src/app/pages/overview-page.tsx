import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { overviewQuery, type Period, periods } from '../../features/overview/overview-queries.js';
import { OverviewView } from '../../features/overview/overview-view.js';
import { RunningClocks } from '../../features/duties/running-clocks.js';
import { MyTasks } from '../../features/tasks/my-tasks.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Segmented } from '../../ui/segmented.js';
import { Skeleton } from '../../ui/states.js';
import { filterOptionsQuery } from '../filter-options.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';

const lengths = Object.entries(periods).map(([value, label]) => ({ value, label }));

/** Is it getting worse, and what needs me. The period stands in the address. */
export function OverviewPage() {
  const workspace = useWorkspaceSlug();
  const { days = 30 } = useSearch({ strict: false }) as { days?: Period };
  const navigate = useNavigate();
  const people = useQuery(filterOptionsQuery(workspace)).data?.people ?? [];
  const overview = useQuery(overviewQuery(workspace, days));
  return (
    <Page
      title="Overview"
      actions={
        <Segmented
          label="Period"
          options={lengths}
          value={String(days)}
          onChange={(value) =>
            void navigate({
              to: '/w/$workspace/overview',
              params: { workspace },
              search: { days: Number(value) as Period },
              replace: true,
            })
          }
        />
      }
    >
      <QueryView of={overview} skeleton={<Skeleton rows={16} />}>
        {(it) => (
          <OverviewView workspace={workspace} overview={it}>
            <MyTasks workspace={workspace} people={people} />
            <RunningClocks workspace={workspace} />
          </OverviewView>
        )}
      </QueryView>
    </Page>
  );
}
