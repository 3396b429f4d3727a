import type { IncidentVerb } from '@plumbline/shared/contract/incident-move';
import { moves } from '@plumbline/shared/incident/lifecycle';
import { declineReason, resolution } from '@plumbline/shared/taxonomy/values/incident';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { DateTimeField } from '../../ui/date-time-field.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea, TextField } from '../../ui/field.js';
import type { Move } from './incident-moves.js';
import styles from './move-dialog.module.css';
import type { Incident } from './incident-queries.js';

interface Answers {
  reason: string | null;
  until: string | null;
  of: string;
  resolution: string | null;
  residualRisk: string;
  recheckOn: string;
  note: string;
}

interface Props {
  incident: Incident;
  verb: IncidentVerb;
  onMove: (move: Move) => void;
  onClose: () => void;
}

const dayMs = 86_400_000;

/** Asks for what a decision needs: a reason, a time, an original, a resolution, the risk that remains. */
export function MoveDialog({ incident, verb, onMove, onClose }: Props) {
  const form = useId();
  const [answers, setAnswers] = useState<Answers>(() => ({
    reason: null,
    until: new Date(Date.now() + 7 * dayMs).toISOString(),
    of: '',
    resolution: null,
    residualRisk: incident.residualRisk,
    recheckOn: new Date(Date.now() + 90 * dayMs).toISOString().slice(0, 10),
    note: '',
  }));
  const set = (part: Partial<Answers>): void => setAnswers((before) => ({ ...before, ...part }));
  const move = moveOf(verb, answers);
  return (
    <Dialog
      title={`${moves[verb].label}: ${incident.key}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="bare" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            disabledReason={move ? null : 'Answer the question above first.'}
          >
            {moves[verb].label}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (move) onMove(move);
        }}
      >
        <Questions verb={verb} answers={answers} set={set} />
        <TextArea label="Note" note="optional" value={answers.note} onChange={(note) => set({ note })} />
      </form>
    </Dialog>
  );
}

interface QuestionProps {
  verb: IncidentVerb;
  answers: Answers;
  set: (part: Partial<Answers>) => void;
}

function Questions({ verb, answers, set }: QuestionProps) {
  if (verb === 'decline')
    return (
      <SelectField
        label="Reason"
        data-autofocus
        data={options(declineReason)}
        value={answers.reason}
        onChange={(reason) => set({ reason })}
      />
    );
  if (verb === 'snooze')
    return <DateTimeField label="Until" value={answers.until} onChange={(until) => set({ until })} />;
  if (verb === 'mark_duplicate')
    return (
      <TextField
        label="Duplicate of"
        placeholder="INC-141"
        data-autofocus
        value={answers.of}
        onChange={(of) => set({ of })}
        check={(value) => (/^INC-\d+$/i.test(value.trim()) ? null : 'Write a key such as INC-141.')}
      />
    );
  if (verb === 'resolve')
    return (
      <SelectField
        label="How it was resolved"
        data-autofocus
        data={options(resolution)}
        value={answers.resolution}
        onChange={(value) => set({ resolution: value })}
      />
    );
  return (
    <>
      <TextArea
        label="Residual risk"
        hint="Alignment is never finished: what may still go wrong?"
        data-autofocus
        value={answers.residualRisk}
        onChange={(residualRisk) => set({ residualRisk })}
      />
      <TextField
        label="Look again on"
        type="date"
        value={answers.recheckOn}
        onChange={(recheckOn) => set({ recheckOn })}
      />
    </>
  );
}

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

function moveOf(verb: IncidentVerb, answers: Answers): Move | null {
  const { note } = answers;
  switch (verb) {
    case 'decline':
      return answers.reason ? ({ verb, reason: answers.reason, note } as Move) : null;
    case 'snooze':
      return answers.until ? { verb, until: answers.until, note } : null;
    case 'mark_duplicate':
      return /^INC-\d+$/i.test(answers.of.trim()) ? { verb, of: answers.of.trim(), note } : null;
    case 'resolve':
      return answers.resolution ? ({ verb, resolution: answers.resolution, note } as Move) : null;
    case 'close':
      return answers.residualRisk.trim() && answers.recheckOn
        ? { verb, residualRisk: answers.residualRisk, recheckOn: answers.recheckOn, note }
        : null;
    default:
      return { verb, note } as Move;
  }
}
