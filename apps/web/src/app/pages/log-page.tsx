import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import {
  asComment,
  emptyDraft,
  isEmpty,
  type LogDraft,
  requestOf,
} from '../../features/incidents/log-draft.js';
import { LogForm } from '../../features/incidents/log-form.js';
import { useAddToIncident, useLogIncident } from '../../features/incidents/log-queries.js';
import { LogSimilar } from '../../features/incidents/log-similar.js';
import { LogStarts } from '../../features/incidents/log-starts.js';
import { useDraftElsewhere } from '../../features/incidents/use-draft-elsewhere.js';
import { useLogDraft } from '../../features/incidents/use-log-draft.js';
import { ProblemError } from '../../client/problem-error.js';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { Page } from '../../ui/page.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { filterOptionsQuery } from '../filter-options.js';
import { LogExtras } from './log-extras.js';
import { LogPair, usePairOf } from './log-pair.js';

/** Log an incident in under a minute; only a title is needed, and nothing that was written is lost. */
export function LogPage() {
  const { workspace } = useParams({ strict: false }) as { workspace: string };
  const navigate = useNavigate();
  const given = useSearch({ strict: false }) as Partial<LogDraft>;
  const inHand = useLogDraft(workspace, given);
  const { draft } = inHand;
  const elsewhere = useDraftElsewhere(workspace, inHand);
  useOnce(() => {
    // What the address filled in is in the draft now; a reload must not write it over later words.
    if (Object.keys(given).length > 0)
      void navigate({ to: '/w/$workspace/log', params: { workspace }, search: {}, replace: true });
  });
  const options = useQuery(filterOptionsQuery(workspace)).data ?? { systems: [], metrics: [] };
  const pair = usePairOf(workspace, draft.metricId);
  const { submit, add, pending, error } = useSubmission(workspace, inHand, pair ? [pair.id] : []);
  const missing = draft.title.trim() ? null : 'Write a title first.';
  const discard = (): void => {
    const before = inHand.replace(emptyDraft);
    toast('Draft discarded.', { undo: () => inHand.replace(before) });
  };
  useCommands([
    {
      id: 'log.submit',
      label: 'Log this incident',
      group: 'This form',
      keys: 'mod+enter',
      whileTyping: true,
      disabledReason: missing,
      run: submit,
    },
  ]);
  return (
    <Page
      title="Log an incident"
      meta={
        inHand.savedAt && (
          <span>
            draft saved <RelativeTime at={inHand.savedAt} suffix />
          </span>
        )
      }
      actions={
        <>
          {elsewhere && (
            <Button variant="bare" title={elsewhere.title} onClick={elsewhere.take}>
              Take the draft from elsewhere
            </Button>
          )}
          <LogStarts onPick={inHand.set} />
        </>
      }
      sideWidth={400}
      side={
        <>
          <LogSimilar workspace={workspace} draft={draft} onAdd={add} />
          <LogExtras />
        </>
      }
      footer={
        <>
          <Button
            variant="primary"
            size="large"
            keys="mod+enter"
            pending={pending}
            disabledReason={missing}
            onClick={submit}
          >
            Log incident
          </Button>
          <Button
            variant="bare"
            size="large"
            disabledReason={isEmpty(draft) ? 'There is nothing to discard.' : null}
            onClick={discard}
          >
            Discard
          </Button>
          {error && <span role="alert">{error.message}</span>}
        </>
      }
    >
      <LogForm
        draft={draft}
        set={inHand.set}
        options={options}
        fieldError={(path) => (error instanceof ProblemError ? error.fieldMessage(path) : null)}
      >
        {pair && <LogPair workspace={workspace} pair={pair} />}
      </LogForm>
    </Page>
  );
}

function useOnce(effect: () => void): void {
  const first = useRef(effect);
  useEffect(() => first.current(), []);
}

function useSubmission(
  workspace: string,
  { draft, replace }: ReturnType<typeof useLogDraft>,
  pairIds: string[],
) {
  const navigate = useNavigate();
  const log = useLogIncident(workspace);
  const comment = useAddToIncident();
  const done = (key: string, words: string): void => {
    replace(emptyDraft);
    toast(words);
    void navigate({ to: '/w/$workspace/incidents/$key', params: { workspace, key } });
  };
  return {
    pending: log.isPending || comment.isPending,
    error: log.error,
    submit: () => {
      if (log.isPending || !draft.title.trim()) return;
      log.mutate(requestOf(draft, pairIds), {
        onSuccess: ({ key }) => done(key, `${key} is logged. It waits in triage.`),
      });
    },
    add: (key: string) =>
      comment.mutate(
        { key, body: asComment(draft) },
        { onSuccess: () => done(key, `Added to ${key} as a comment.`), onError: toastFailure },
      ),
  };
}
