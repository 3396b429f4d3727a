import { useQueryClient } from '@tanstack/react-query';
import { type Body, call } from '../../client/call.js';
import { editQuietly } from '../../client/edit-quietly.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { evidenceQuery, type Incident } from './triage-queries.js';

export type Amendment = Body<'PATCH /incidents/:key'>;

/** Changes what an incident says of itself while it waits: owner, severity, labels. */
export function useAmend(workspace: string) {
  const queries = useQueryClient();

  async function save(incident: Incident, edit: Amendment): Promise<Incident | null> {
    const { labels, ...plain } = edit;
    const fields = [...Object.keys(plain), ...Object.keys(labels ?? {}).map((facet) => `labels.${facet}`)];
    try {
      const after = await editQuietly(fields, incident.version, (ifMatch) =>
        call('PATCH /incidents/:key', { params: { key: incident.key }, body: edit, ifMatch }),
      );
      queries.setQueryData(evidenceQuery(workspace, incident.key).queryKey, after);
      void queries.invalidateQueries({ queryKey: ['triage', workspace, 'queue'] });
      void queries.invalidateQueries({ queryKey: ['incident-talk', workspace, incident.key] });
      return after;
    } catch (error) {
      toastFailure(error);
      void queries.invalidateQueries({ queryKey: evidenceQuery(workspace, incident.key).queryKey });
      return null;
    }
  }

  async function saveAll(incident: Incident, edits: readonly Amendment[]): Promise<Incident | null> {
    let now: Incident | null = incident;
    for (const edit of edits) now = now && (await save(now, edit));
    return now;
  }

  /**
   * @param edits one, or several in a row, each of them an entry of the record
   * @param words what the toast says: `INC-5 is yours.`
   * @param back the edit that takes it back
   */
  return async function amend(
    incidents: readonly Incident[],
    edits: Amendment | readonly Amendment[],
    words: string,
    back: (before: Incident) => Amendment,
  ): Promise<void> {
    const after = await Promise.all(incidents.map((incident) => saveAll(incident, [edits].flat())));
    if (after.every((one) => one === null)) return;
    const undo = (): void =>
      incidents.forEach((before, index) => {
        const now = after[index];
        if (now) void save(now, back(before));
      });
    toast(words, { undo });
  };
}

export type Amend = ReturnType<typeof useAmend>;
