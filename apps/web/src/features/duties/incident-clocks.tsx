import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/states.js';
import { dayAndTime } from '../../ui/time-words.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { incidentClocksQuery, type Proposal, type ReportingClock, useClocks } from './clock-queries.js';
import styles from './clocks.module.css';
import { TimeLeft } from './time-left.js';

const ClockDialog = lazyPart(() => import('./clock-dialog.js').then((m) => m.ClockDialog));
const NewClockDialog = lazyPart(() => import('./new-clock-dialog.js').then((m) => m.NewClockDialog));
const NotReportableDialog = lazyPart(() =>
  import('./not-reportable-dialog.js').then((m) => m.NotReportableDialog),
);

interface Props {
  workspace: string;
  incident: { key: string; may: { triage: boolean } };
}
type Open = { new: true } | { edit: ReportingClock } | { dismiss: Proposal } | null;

/** Whom this incident has to be reported to, by when; and which duties a rule holds worth a look. */
export function IncidentClocks({ workspace, incident }: Props) {
  const clocks = useQuery(incidentClocksQuery(workspace, incident.key));
  const [open, setOpen] = useState<Open>(null);
  const here = { workspace, incidentKey: incident.key, onClose: () => setOpen(null) };
  const why = incident.may.triage ? null : 'Triagers and administrators start clocks.';
  useCommands([
    {
      id: 'incident.clock',
      label: 'Start a reporting clock',
      group: 'This incident',
      words: 'duty, regulator, deadline, authority',
      keys: 'shift+k',
      disabledReason: why,
      run: () => setOpen({ new: true }),
    },
  ]);
  return (
    <Section
      title="Reporting"
      meta={
        !why && (
          <Button variant="bare" icon="plus" keys="shift+k" onClick={() => setOpen({ new: true })}>
            Start clock
          </Button>
        )
      }
    >
      <QueryView of={clocks} skeleton={<Skeleton rows={1} />}>
        {({ items, proposals }) => (
          <>
            {items.length + proposals.length === 0 && (
              <p className={styles.quiet}>
                No duty to report is known, and no rule proposes one: say where its systems are at work.
              </p>
            )}
            {items.length > 0 && (
              <ul className={styles.list}>
                {items.map((clock) => (
                  <Line key={clock.id} clock={clock} onOpen={why ? null : () => setOpen({ edit: clock })} />
                ))}
              </ul>
            )}
            {proposals.map((proposal) => (
              <Proposed
                key={proposal.duty}
                {...here}
                proposal={proposal}
                why={why}
                onDismiss={() => setOpen({ dismiss: proposal })}
              />
            ))}
          </>
        )}
      </QueryView>
      {open && 'new' in open && <NewClockDialog {...here} />}
      {open && 'edit' in open && <ClockDialog {...here} clock={open.edit} />}
      {open && 'dismiss' in open && <NotReportableDialog {...here} proposal={open.dismiss} />}
    </Section>
  );
}

function Line({ clock, onOpen }: { clock: ReportingClock; onOpen: (() => void) | null }) {
  return (
    <li className={styles.item}>
      <span className={styles.what}>
        {onOpen ? (
          <button type="button" className={styles.name} onClick={onOpen}>
            {clock.name}
          </button>
        ) : (
          <span>{clock.name}</span>
        )}
        <span className={styles.quiet}>{clock.note || clock.authority}</span>
      </span>
      <TimeLeft clock={clock} />
    </li>
  );
}

interface ProposedProps {
  workspace: string;
  incidentKey: string;
  proposal: Proposal;
  why: string | null;
  onDismiss: () => void;
}

/** A duty that a rule proposes: a person starts its clock, or says why it does not hold. */
function Proposed({ workspace, incidentKey, proposal, why, onDismiss }: ProposedProps) {
  const { add } = useClocks(workspace, incidentKey);
  const { duty, name, citation, authority, dueAt, because, note } = proposal;
  return (
    <article className={styles.proposal} aria-label={`Proposed: ${name}`}>
      <p className={styles.proposed}>
        {name} <span className={styles.quiet}>{citation}</span>
      </p>
      <p>
        {because} To: {authority}
        {dueAt ? `, by ${dayAndTime(dueAt)}.` : ', without delay.'}
      </p>
      <p className={styles.quiet}>{note} Proposed by a rule; not legal advice.</p>
      <div className={styles.answers}>
        <Button
          pending={add.isPending}
          disabledReason={why}
          onClick={() =>
            add.mutate(
              { duty },
              { onSuccess: () => toast(`The clock runs: ${name}.`), onError: toastFailure },
            )
          }
        >
          Start its clock
        </Button>
        <Button variant="bare" disabledReason={why} onClick={onDismiss}>
          Not reportable
        </Button>
      </div>
    </article>
  );
}
