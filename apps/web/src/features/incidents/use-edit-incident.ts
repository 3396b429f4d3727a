import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../client/call.js';
import { ProblemError } from '../../client/problem-error.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { savedWords } from './field-words.js';
import { clashes, editBack, type IncidentEdit } from './incident-edits.js';
import { type Incident, incidentQuery } from './incident-queries.js';

export type { IncidentEdit } from './incident-edits.js';

/** How a person decides where two changed the same: mine over theirs, theirs, or back to what is being written. */
export type Decision = 'mine' | 'theirs' | 'back';

/** Two people changed the same fields: what this one wants, what the other wrote, and what both began with. */
export interface EditConflict {
  fields: string[];
  mine: IncidentEdit;
  base: Incident;
  theirs: Incident;
}

export interface Editing {
  conflict: EditConflict | null;
  /**
   * Saves some fields at once; the page shows them before the server has answered, and takes them back if it refuses.
   * @param shown the record's members that look different, where they are not simply the fields
   * @param began the record as it was when the person began to write; the present one unless given
   * @returns whether what was written may be put away
   */
  save: (edit: IncidentEdit, shown?: Partial<Incident>, began?: Incident) => Promise<boolean>;
  decide: (decision: Decision) => void;
}

/**
 * Edits an incident field by field, one after the other. Where somebody else changed other fields meanwhile it tries
 * again by itself; where they changed the same one, `conflict` asks the person. Every edit can be undone.
 */
export function useEditIncident(workspace: string, incident: Incident): Editing {
  const queries = useQueryClient();
  const [conflict, setConflict] = useState<EditConflict | null>(null);
  const decided = useRef<(decision: Decision) => void>(() => undefined);
  const confirmed = useRef(incident);
  const waiting = useRef<Partial<Incident>[]>([]);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const { queryKey } = incidentQuery(workspace, incident.key);

  const show = (): void =>
    void queries.setQueryData(queryKey, Object.assign({}, confirmed.current, ...waiting.current));

  const ask = (asked: EditConflict): Promise<Decision> => {
    setConflict(asked);
    return new Promise((resolve) => (decided.current = resolve));
  };

  /** @returns the record before and after the write; a decision against it; throws what else went wrong */
  async function write(edit: IncidentEdit, began: Incident): Promise<[Incident, Incident] | Decision> {
    let base = began;
    for (;;) {
      const before = confirmed.current;
      const fields = clashes(edit, base, before);
      if (fields.length > 0) {
        const decision = await ask({ fields, mine: edit, base, theirs: before });
        if (decision !== 'mine') return decision;
        base = before;
        continue;
      }
      try {
        const params = { key: before.key };
        const after = await call('PATCH /incidents/:key', { params, body: edit, ifMatch: before.version });
        confirmed.current = after;
        return [before, after];
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'conflict/stale') throw error;
        confirmed.current = error.more.current as Incident;
      }
    }
  }

  function done(edit: IncidentEdit, [before, after]: [Incident, Incident], undoing: boolean): void {
    void queries.invalidateQueries({
      queryKey: ['incidents', workspace],
      predicate: ({ queryKey: key }) => key[2] !== 'one',
    });
    void queries.invalidateQueries({ queryKey: ['incident-talk', workspace, before.key] });
    if (before.version === after.version) return;
    const undo = (): void => void save(editBack(edit, before), undefined, after, true);
    toast(savedWords(edit, undoing), undoing ? {} : { undo });
  }

  async function save(
    edit: IncidentEdit,
    shown: Partial<Incident> = {},
    began = incident,
    undoing = false,
  ): Promise<boolean> {
    if (waiting.current.length === 0) confirmed.current = queries.getQueryData(queryKey) ?? incident;
    const { labels: _labels, ...plain } = edit;
    const optimistic = { ...(plain as Partial<Incident>), ...shown };
    waiting.current.push(optimistic);
    show();
    const turn = last.current.then(() => write(edit, began));
    last.current = turn.catch(() => undefined);
    try {
      const outcome = await turn;
      if (typeof outcome !== 'string') done(edit, outcome, undoing);
      return outcome !== 'back';
    } catch (error) {
      toastFailure(error);
      return false;
    } finally {
      waiting.current = waiting.current.filter((one) => one !== optimistic);
      show();
    }
  }

  return {
    conflict,
    save,
    decide: (decision) => {
      setConflict(null);
      decided.current(decision);
    },
  };
}
