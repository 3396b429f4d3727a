import { useQuery } from '@tanstack/react-query';
import { RmfBoard } from '../../features/rmf/board.js';
import { boardQuery } from '../../features/rmf/rmf-queries.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Skeleton } from '../../ui/states.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';

/** Where governance has gaps, by NIST AI RMF. */
export function BoardPage() {
  const workspace = useWorkspaceSlug();
  const board = useQuery(boardQuery(workspace));
  return (
    <Page title="NIST AI RMF" windowTitle="NIST board" meta="19 categories, 72 subcategories" flush>
      <QueryView of={board} skeleton={<Skeleton rows={19} />}>
        {(it) => <RmfBoard workspace={workspace} board={it} />}
      </QueryView>
    </Page>
  );
}
