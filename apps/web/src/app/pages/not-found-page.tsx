import { Page } from '../../ui/page.js';
import { EmptyState } from '../../ui/states.js';

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title="Not found">
      <EmptyState title="There is nothing at this address">
        It may have moved, belong to another workspace, or not be visible to you.
      </EmptyState>
    </Page>
  );
}
