import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Deliveries } from '../../features/sources/deliveries.js';
import { SeriesRules } from '../../features/sources/series-rules.js';
import { SourceFacts } from '../../features/sources/source-facts.js';
import { SourceMoves } from '../../features/sources/source-moves.js';
import { SourceSetup } from '../../features/sources/source-setup.js';
import { sourceQuery } from '../../features/sources/sources-queries.js';
import { WebhookMappingView } from '../../features/sources/webhook-mapping.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';
import { usePermissions } from '../use-permissions.js';

/** Kinds of tools that send lines of numbers. */
const measures: readonly string[] = ['prometheus', 'otlp', 'promptfoo'];

/** One source: what to paste into its tool, and what has come from it. */
export function SourcePage() {
  const workspace = useWorkspaceSlug();
  const { source: id } = useParams({ from: '/w/$workspace/settings/sources/$source' });
  const source = useQuery(sourceQuery(workspace, id));
  const { whyNotChange } = usePermissions();
  if (!source.data) {
    return (
      <Page title="Source">
        <QueryView of={source}>{() => null}</QueryView>
      </Page>
    );
  }
  const { data } = source;
  return (
    <Page
      title={
        <>
          <Link to="/w/$workspace/settings/$part" params={{ workspace, part: 'sources' }}>
            Sources
          </Link>{' '}
          / {data.name}
        </>
      }
      windowTitle={data.name}
      meta={data.archivedAt ? 'archived' : null}
      actions={<SourceMoves workspace={workspace} source={data} why={whyNotChange} />}
      side={<SourceFacts source={data} />}
    >
      <SourceSetup source={data} why={whyNotChange} />
      {measures.includes(data.kind) && <SeriesRules workspace={workspace} source={data} why={whyNotChange} />}
      {data.kind === 'webhook' && <WebhookMappingView source={data} why={whyNotChange} />}
      <Deliveries workspace={workspace} source={data} />
    </Page>
  );
}
