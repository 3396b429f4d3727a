import { type ClipboardEvent, type DragEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { TextArea } from '../../ui/field.js';
import { exampleTexts } from './example-runs.js';
import { IntentWord, ProxyWord } from '../../ui/words.js';
import styles from './paste-form.module.css';
import { mostCharacters, splitTable } from '../../ui/text-table/split-table.js';

interface Props {
  /** What stands in the field: what was pasted before, to be mended. */
  text: string;
  onText: (text: string) => void;
  /** What is wrong from the start: a link that gave nothing. */
  refusal?: string | null;
  /** Back to what is there already; left out when there is nothing. */
  onBack?: () => void;
}

const placeholder = 'step\treward\twin rate, %\tn\n0\t0.38\t42.8\t150\n100\t0.49\t48.7\t150';

/** The way in: paste, drop, open or type two columns. */
export function PasteForm({ text, onText, onBack, refusal: given = null }: Props) {
  const [draft, setDraft] = useState(text);
  const [refusal, setRefusal] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const take = (next: string): void => {
    const table = splitTable(next);
    setDraft(next.slice(0, mostCharacters));
    setRefusal(typeof table === 'string' ? table : null);
    if (typeof table !== 'string') onText(next);
  };
  const open = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    if (chosen.size > mostCharacters)
      setRefusal('This file is larger than 2 MB. Take fewer rows, for instance every tenth.');
    else take(await chosen.text());
  };
  const onPaste = (event: ClipboardEvent): void => {
    // Pasted beside other text it is an edit; into an empty field it is the whole of it.
    if (draft.trim() !== '' && !allSelected(field.current)) return;
    event.preventDefault();
    take(event.clipboardData.getData('text/plain'));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const [dropped] = event.dataTransfer.files;
    if (dropped) void open(dropped);
    else take(event.dataTransfer.getData('text/plain'));
  };
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    take(draft);
  };
  useCommands([
    {
      id: 'check.read',
      label: 'Check these columns',
      group: 'Quick check',
      keys: 'mod+enter',
      whileTyping: true,
      run: submit,
    },
  ]);
  return (
    // The whole page takes what is dropped; the button beside the field does the same from the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.way} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <h2 className={styles.question}>Does your metric still mean what you meant?</h2>
      <p className={styles.lead}>
        Paste two columns of one run: the <ProxyWord>proxy</ProxyWord> that was optimised, and the{' '}
        <IntentWord>intent</IntentWord> you care about, measured now and then beside it. You are told in a
        sentence and a picture since when they came apart, if they did. Nothing leaves this browser.
      </p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextArea
          ref={field}
          label="Two columns"
          note="proxy and intent; step, time or KL and n may stand beside them"
          placeholder={placeholder}
          classNames={{ input: styles.field }}
          spellCheck={false}
          minRows={9}
          maxRows={18}
          value={draft}
          error={refusal ?? given}
          onChange={setDraft}
          onPaste={onPaste}
        />
        <div className={styles.buttons}>
          <Button
            type="submit"
            variant="primary"
            size="large"
            keys="mod+enter"
            disabledReason={draft.trim() ? null : 'Paste or type two columns first.'}
          >
            Check
          </Button>
          <Button size="large" onClick={() => file.current?.click()}>
            Open a file
          </Button>
          {onBack && (
            <Button variant="bare" size="large" onClick={onBack}>
              Back
            </Button>
          )}
          <input
            ref={file}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            aria-label="File to open"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            onChange={(event) => void open(event.currentTarget.files?.[0])}
          />
        </div>
      </form>
      <p className={styles.examples}>
        Nothing at hand? Try <Example onClick={() => take(exampleTexts.turned)}>a run that turned</Example> or{' '}
        <Example onClick={() => take(exampleTexts.levelled)}>one that levelled off</Example>.
      </p>
    </div>
  );
}

function Example({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" className={styles.example} onClick={onClick}>
      {children}
    </button>
  );
}

function allSelected(field: HTMLTextAreaElement | null): boolean {
  return field !== null && field.selectionStart === 0 && field.selectionEnd === field.value.length;
}
