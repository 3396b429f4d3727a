import { mitigationCatalogue } from '@plumbline/shared/taxonomy/mitigation-catalogue';
import { mitigationStage, mitigationStatus } from '@plumbline/shared/taxonomy/values/mitigation';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { MitigationLedger } from '../../features/mitigations/ledger.js';
import { type LedgerFilter, ledgerQuery } from '../../features/mitigations/mitigation-queries.js';
import { Button } from '../../ui/button.js';
import { ButtonLink } from '../../ui/button-link.js';
import { ChipButton } from '../../ui/chip.js';
import { MultiSelectField, SelectField } from '../../ui/choice-field.js';
import { Icon } from '../../ui/icons/icon.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';
import styles from './mitigations-page.module.css';

const approaches = Object.fromEntries(mitigationCatalogue.map(({ id, name }) => [id, name]));

const optionsOf = (vocabulary: Record<string, string>) =>
  Object.entries(vocabulary).map(([value, label]) => ({ value, label }));

/** Does it help: the ledger of everything done against incidents. */
export function MitigationsPage() {
  const workspace = useWorkspaceSlug();
  const filter: LedgerFilter = useSearch({ from: '/w/$workspace/mitigations' });
  const navigate = useNavigate();
  const ledger = useInfiniteQuery(ledgerQuery(workspace, filter));
  const cut = (more: object): void =>
    void navigate({
      to: '/w/$workspace/mitigations',
      params: { workspace },
      search: { ...filter, ...more },
      replace: true,
    });
  const select = (name: 'approach' | 'stage', label: string, vocabulary: Record<string, string>) => (
    <SelectField
      label={label}
      placeholder="Any"
      clearable
      data={optionsOf(vocabulary)}
      value={filter[name] ?? null}
      onChange={(value) => cut({ [name]: value ?? undefined })}
    />
  );
  const incidents = (
    <ButtonLink to="/w/$workspace/incidents" params={{ workspace }}>
      Open incidents
    </ButtonLink>
  );
  const cuts = Object.values(filter).some(Boolean);
  return (
    <Page title="Mitigations" flush>
      <div className={styles.filters}>
        <div className={styles.approach}>{select('approach', 'Approach', approaches)}</div>
        {select('stage', 'Stage', mitigationStage)}
        <MultiSelectField
          label="Status"
          placeholder={filter.status ? undefined : 'Any'}
          data={optionsOf(mitigationStatus)}
          value={filter.status?.split(',') ?? []}
          onChange={(chosen) => cut({ status: chosen.join(',') || undefined })}
        />
        {filter.rmf && (
          <ChipButton title="Drop the filter by NIST AI RMF" onClick={() => cut({ rmf: undefined })}>
            NIST AI RMF: {filter.rmf} <Icon name="close" />
            <span className="visually-hidden">, drop this filter</span>
          </ChipButton>
        )}
      </div>
      <QueryView of={ledger}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return cuts ? (
              <EmptyState
                title="Nothing like that"
                action={
                  <Button
                    onClick={() =>
                      cut({ approach: undefined, stage: undefined, status: undefined, rmf: undefined })
                    }
                  >
                    Clear the filter
                  </Button>
                }
              />
            ) : (
              <EmptyState title="No mitigation yet" action={incidents}>
                A mitigation is what is done so that an incident does not happen again, or does less harm. Add
                one on the page of an incident.
              </EmptyState>
            );
          return <MitigationLedger workspace={workspace} items={items} />;
        }}
      </QueryView>
      {ledger.hasNextPage && (
        <div className={styles.more}>
          <Button pending={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </Page>
  );
}
