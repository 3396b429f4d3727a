import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { detectorScoreQuery, leagueQuery } from '../../features/divergence/divergence-queries.js';
import { League } from '../../features/divergence/league.js';
import { leagueSentence, scoreSentence } from '../../features/divergence/league-words.js';
import styles from '../../features/divergence/league.module.css';
import { ButtonLink } from '../../ui/button-link.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { IntentWord, Meta, ProxyWord, Verdict } from '../../ui/words.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';

/** Which measures stopped meaning what was meant: all watched pairs, those to look at first on top. */
export function DivergencePage() {
  const workspace = useWorkspaceSlug();
  const navigate = useNavigate();
  const league = useQuery(leagueQuery(workspace));
  const score = useQuery(detectorScoreQuery(workspace)).data;
  return (
    <Page title="Divergence" flush>
      <QueryView of={league}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title="No pair is watched yet"
              action={
                <ButtonLink to="/w/$workspace/systems" params={{ workspace }}>
                  Open systems
                </ButtonLink>
              }
            >
              Put a measure of the <IntentWord>intent</IntentWord> beside a <ProxyWord>proxy</ProxyWord> and
              activate the pair: from then on it is watched for the day on which the two come apart.
            </EmptyState>
          ) : (
            <>
              <div className={styles.head}>
                <Verdict>{leagueSentence(items)}</Verdict>
                {score && <Meta>{scoreSentence(score)}</Meta>}
              </div>
              <League
                workspace={workspace}
                pairs={items}
                onOpen={({ pairId }) =>
                  void navigate({ to: '/w/$workspace/pairs/$id', params: { workspace, id: pairId } })
                }
              />
              <p className={styles.foot}>
                “Look first” keeps the share of pairs named by chance below one in ten, however many are
                watched. An alarm is a reason to look, not a verdict.
              </p>
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
