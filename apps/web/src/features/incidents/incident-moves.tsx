import { Menu } from '@mantine/core';
import type { IncidentVerb } from '@plumbline/shared/contract/incident-move';
import { moves, movesFrom, stageOf } from '@plumbline/shared/incident/lifecycle';
import { incidentStatus, triageState } from '@plumbline/shared/taxonomy/values/incident';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Body, call } from '../../client/call.js';
import { requestKey } from '../../client/request-key.js';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { IconButton } from '../../ui/icon-button.js';
import { Kbd } from '../../ui/kbd.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { type Incident, incidentQuery } from './incident-queries.js';
import { whyNotDecide } from './why-not.js';
import { needsMore } from './needs-more.js';

const MoveDialog = lazyPart(() => import('./move-dialog.js').then((m) => m.MoveDialog));

export type Move = Body<'POST /incidents/:key/moves'>;

/** The next step in the life of an incident as the primary button (S), every other one in a menu. */
export function IncidentMoves({ workspace, incident }: { workspace: string; incident: Incident }) {
  const take = useTakeMove(workspace, incident);
  const [asking, setAsking] = useState<IncidentVerb | null>(null);
  const possible = movesFrom(incident);
  const next = nextVerb(incident);
  const others = sorted(possible).filter((verb) => verb !== next);
  const why = whyNotDecide(incident);
  const begin = (verb: IncidentVerb): void => {
    if (needsMore(verb)) setAsking(verb);
    else take({ verb } as Move);
  };
  useCommands(
    possible.map((verb) => ({
      id: `incident.${verb}`,
      label: moves[verb].label,
      group: 'This incident',
      keys: verb === next ? 's' : keysOf[verb],
      disabledReason: why,
      run: () => begin(verb),
    })),
  );
  if (!next) return null;
  return (
    <>
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton icon="dots" label="More moves" />
          </Menu.Target>
          <Menu.Dropdown>
            {why && <Menu.Label>{why}</Menu.Label>}
            {others.map((verb) => (
              <Menu.Item
                key={verb}
                disabled={Boolean(why)}
                rightSection={keysOf[verb] && <Kbd keys={keysOf[verb]} />}
                onClick={() => begin(verb)}
              >
                {moves[verb].label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Button variant="primary" keys="s" disabledReason={why} onClick={() => begin(next)}>
        {moves[next].label}
      </Button>
      {asking && (
        <MoveDialog
          incident={incident}
          verb={asking}
          onClose={() => setAsking(null)}
          onMove={(move) => {
            setAsking(null);
            take(move);
          }}
        />
      )}
    </>
  );
}

const keysOf: Partial<Record<IncidentVerb, string>> = {
  decline: 'shift+d',
  snooze: 'h',
  mark_duplicate: 'shift+m',
};

/** The step forward first. */
const forward: readonly IncidentVerb[] = [
  'accept',
  'investigate',
  'mitigate',
  'monitor',
  'resolve',
  'close',
  'reopen',
  'wake',
  'reconsider',
];
const after: Partial<Record<string, IncidentVerb>> = {
  open: 'investigate',
  investigating: 'mitigate',
  mitigating: 'monitor',
  monitoring: 'resolve',
};

function sorted(possible: IncidentVerb[]): IncidentVerb[] {
  const place = (verb: IncidentVerb): number =>
    forward.includes(verb) ? forward.indexOf(verb) : forward.length;
  return possible.toSorted((one, other) => place(one) - place(other));
}

/** The verb that leads on from a status; the first possible one elsewhere. */
export function nextVerb(incident: Incident): IncidentVerb | undefined {
  return after[incident.status ?? ''] ?? sorted(movesFrom(incident))[0];
}

function stageWord(incident: Incident): string {
  if (incident.substatus === 'escalating') return 'escalating';
  return { ...triageState, ...incidentStatus }[stageOf(incident)].toLowerCase();
}

function useTakeMove(workspace: string, incident: Incident): (move: Move) => void {
  const queries = useQueryClient();
  const show = (after: Incident): void => {
    queries.setQueryData(incidentQuery(workspace, incident.key).queryKey, after);
    for (const part of [
      ['incidents', workspace, 'list'],
      ['incidents', workspace, 'count'],
      ['triage', workspace],
    ])
      void queries.invalidateQueries({ queryKey: part });
    void queries.invalidateQueries({ queryKey: ['incident-talk', workspace, incident.key] });
  };
  // Somebody else moved it: show where it stands now.
  const fail = (error: Error): void => {
    toastFailure(error);
    void queries.invalidateQueries({ queryKey: incidentQuery(workspace, incident.key).queryKey });
  };
  const undo = useMutation({
    mutationFn: (version: number) =>
      call('POST /incidents/:key/undo', {
        params: { key: incident.key },
        body: { version },
        idempotencyKey: requestKey(),
      }),
    onError: fail,
    onSuccess: (after) => {
      show(after);
      toast(`Taken back: ${incident.key} is ${stageWord(after)}.`);
    },
  });
  const mutation = useMutation({
    mutationFn: (move: Move) =>
      call('POST /incidents/:key/moves', {
        params: { key: incident.key },
        body: move,
        idempotencyKey: requestKey(),
      }),
    onError: fail,
    onSuccess: (after) => {
      show(after);
      toast(`${incident.key} is ${stageWord(after)}.`, { undo: () => undo.mutate(after.version) });
    },
  });
  return (move) => mutation.mutate(move);
}
