import { lazyPart } from '../../ui/lazy-part.js';
import { guideLabels } from './guide-labels.js';
import type { Incident } from './triage-queries.js';
import { labelsBack } from './labels-back.js';
import type { useVerbs } from './use-verbs.js';

const GuideDialog = lazyPart(() => import('./guide-dialog.js').then((m) => m.GuideDialog));

interface Props {
  incident: Incident;
  verbs: Pick<ReturnType<typeof useVerbs>, 'what' | 'take' | 'change' | 'leave'>;
}

/** T: the guide, with what the record knows already; what it suggests and what the person confirms are both written. */
export function Guide({ incident, verbs: { what, take, change, leave } }: Props) {
  const detected = incident.labels.find(
    ({ facet, provenance, value }) =>
      facet === 'goodhartMode' && provenance === 'detector' && value !== 'undetermined',
  );
  const proxyLinked = incident.pairs.length > 0 || incident.metrics.some(({ role }) => role === 'proxy');
  return (
    <GuideDialog
      what={what}
      known={{ proxyLinked, detected: (detected?.value as 'causal' | undefined) ?? null }}
      onBug={() => take({ verb: 'decline', reason: 'bug' }, 'declined as a bug')}
      onSuggest={({ suggestions }, confirmed, quote) => {
        const suggested = { labels: guideLabels(suggestions, 'rule', quote) };
        const facets = suggestions.map(({ facet }) => facet);
        change(
          confirmed ? [suggested, { labels: guideLabels(suggestions, 'person', quote) }] : suggested,
          `${what} ${confirmed ? 'classified' : 'has a suggestion'}.`,
          (before) => ({ labels: labelsBack(before, facets) }),
        );
      }}
      onClose={leave}
    />
  );
}
