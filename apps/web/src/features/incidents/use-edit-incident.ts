import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Body, call } from '../../client/call.js';
import { ProblemError } from '../../client/problem-error.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type Incident, incidentQuery } from './incident-queries.js';

export type IncidentEdit = Body<'PATCH /incidents/:key'>;

/** Two people changed the same field: what this one wrote, what the other did, and what both began with. */
export interface EditConflict {
  mine: IncidentEdit;
  base: Incident;
  theirs: Incident;
}

export interface Editing {
  conflict: EditConflict | null;
  /** Saves some fields at once; the page shows them before the server has answered. */
  save: (edit: IncidentEdit, optimistic?: Partial<Incident>) => Promise<boolean>;
  /** Decides a conflict: writes mine over theirs, or leaves theirs. */
  decide: (mine: boolean) => void;
}

/**
 * Edits an incident field by field. Where somebody else changed other fields meanwhile it tries again by itself;
 * where they changed the same one, `conflict` asks the person.
 */
export function useEditIncident(workspace: string, incident: Incident): Editing {
  const queries = useQueryClient();
  const [conflict, setConflict] = useState<EditConflict | null>(null);
  const { queryKey } = incidentQuery(workspace, incident.key);
  const show = (record: Incident): void => void queries.setQueryData(queryKey, record);

  async function write(edit: IncidentEdit, base: Incident, seen: number): Promise<boolean> {
    try {
      show(await call('PATCH /incidents/:key', { params: { key: base.key }, body: edit, ifMatch: seen }));
      void queries.invalidateQueries({
        queryKey: ['incidents', workspace],
        predicate: ({ queryKey: key }) => key[2] !== 'one',
      });
      void queries.invalidateQueries({ queryKey: ['incident-talk', workspace, base.key] });
      return true;
    } catch (error) {
      const stale = error instanceof ProblemError && error.code === 'conflict/stale' ? error : null;
      if (!stale) {
        show(base);
        toastFailure(error);
        return false;
      }
      const theirs = stale.more.current as Incident;
      const changed = stale.more.changed as string[];
      if (fieldsOf(edit).some((field) => changed.includes(field))) {
        show(theirs);
        setConflict({ mine: edit, base, theirs });
        return false;
      }
      return write(edit, theirs, theirs.version);
    }
  }

  return {
    conflict,
    save: (edit, optimistic) => {
      show({ ...incident, ...(optimistic ?? (edit as Partial<Incident>)) });
      return write(edit, incident, incident.version);
    },
    decide: (mine) => {
      if (mine && conflict) void write(conflict.mine, conflict.theirs, conflict.theirs.version);
      else toast('Left as it is.');
      setConflict(null);
    },
  };
}

/** The fields of an edit as the record of changes names them: a facet of labels is a field of its own. */
export function fieldsOf({ labels, ...plain }: IncidentEdit): string[] {
  return [...Object.keys(plain), ...Object.keys(labels ?? {}).map((facet) => `labels.${facet}`)];
}
