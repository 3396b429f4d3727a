import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askDecline, askDuplicate, askOwner, askRmf, askSeverity, askSnooze, wordsFor } from './asks.js';
import type { Asked } from './choice.js';
import { confirmSuggested } from './confirm-suggested.js';
import { labelsBack } from './labels-back.js';
import { OriginalField } from './original-field.js';
import { SnoozeScope } from './snooze-scope.js';
import { evidenceQuery, likeQuery, type Move, type QueueRow, queueFiguresQuery } from './triage-queries.js';
import { type Amendment, useAmend } from './use-amend.js';
import { useDecide } from './use-decide.js';
import type { Queue } from './use-queue.js';
import { useAssess, useRmf } from './use-assess.js';
import { useEvidence } from './use-evidence.js';
import type { Verb } from './verbs.js';

interface Situation {
  workspace: string;
  queue: Queue;
  /** What the verbs are about: the selection, or the active one. */
  rows: readonly QueueRow[];
  people: readonly { id: string; name: string }[];
  me: string | undefined;
  /** After a decision nothing is selected any longer. */
  onDecided: () => void;
}

/** What each verb asks and does. @returns the question that waits, and how to begin and leave one */
export function useVerbs({ workspace, queue, rows, people, me, onDecided }: Situation) {
  const [verb, setVerb] = useState<Verb | null>(null);
  const [scoped, setScoped] = useState(false);
  const decide = useDecide(workspace, queue);
  const amend = useAmend(workspace);
  const evidence = useEvidence(workspace);
  const active = queue.active;
  const incident = useQuery({
    ...evidenceQuery(workspace, active?.key ?? ''),
    enabled: active !== null,
  }).data;
  const like = useQuery({
    ...likeQuery(workspace, incident ?? ({ labels: [], systems: [], title: '', key: '' } as never)),
    enabled: incident !== undefined,
  }).data;
  const assess = useAssess(workspace);
  const { proposals } = useRmf(workspace, incident);
  const figures = useQuery(queueFiguresQuery(workspace)).data;
  const what = wordsFor(rows);

  const take = (move: Move, done: string): void => {
    onDecided();
    decide(rows, move, `${what} ${done}.`);
  };
  const change = (
    edits: Amendment | readonly Amendment[],
    words: string,
    back: Parameters<typeof amend>[3],
  ): void => void evidence(rows).then((incidents) => amend(incidents, edits, words, back));

  const keys = new Set(rows.map(({ key }) => key));
  const scope = scoped && active?.environment ? active.environment : null;
  const questions: Record<Verb, () => Asked | null> = {
    accept: () => null,
    type: () => null,
    rmf: () =>
      askRmf(
        what,
        proposals,
        (proposal) =>
          void assess(
            rows.map(({ key }) => key),
            proposal,
            what,
          ),
      ),
    decline: () => askDecline(what, take),
    duplicate: () => ({
      ...askDuplicate(
        what,
        take,
        like?.items.filter(({ key, triageState }) => !keys.has(key) && triageState !== 'duplicate'),
      ),
      more: (
        <OriginalField
          onPick={(key) => {
            setVerb(null);
            take({ verb: 'mark_duplicate', of: key }, `merged into ${key}`);
          }}
        />
      ),
    }),
    snooze: () => ({
      ...askSnooze(what, take, { meetingAt: figures?.nextMeetingAt, scope }),
      more: active?.environment && (
        <SnoozeScope where={active.environment} on={scoped} onChange={setScoped} />
      ),
    }),
    severity: () =>
      askSeverity(what, (level) =>
        change({ severity: level }, `${what} set to ${level}.`, ({ severity }) => ({ severity })),
      ),
    assign: () =>
      askOwner(what, people, me, ({ id, name }) =>
        change({ ownerId: id }, `${what} assigned to ${id === me ? 'you' : name}.`, ({ owner }) => ({
          ownerId: owner?.id ?? null,
        })),
      ),
  };

  return {
    asked: verb && rows.length > 0 ? questions[verb]() : null,
    /** What the guide is about, while it is open. */
    guided: verb === 'type' ? incident : undefined,
    what,
    take,
    change,
    begin: (next: Verb): void => {
      if (rows.length === 0) return;
      if (next === 'accept') take({ verb: 'accept' }, 'accepted');
      else {
        setScoped(false);
        setVerb(next === verb ? null : next);
      }
    },
    leave: (): void => setVerb(null),
    /** Stands for everything that is only suggested about the active one. */
    confirm: (): void => {
      const open = incident && confirmSuggested(incident);
      if (!open) return;
      void amend([incident], open.edit, `${incident.key} confirmed as suggested.`, (before) => ({
        labels: labelsBack(before, open.facets),
      }));
    },
  };
}
