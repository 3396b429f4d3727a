import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import type { CsvMetric } from './csv-mapping.js';
import styles from './csv.module.css';

interface Props {
  text: string;
  metrics: readonly CsvMetric[];
  onText: (text: string) => void;
  /** @returns a sentence when nothing can be done with it */
  onTake: (text: string) => string | null;
}

/** The most of a file: 20 MB, a hundred thousand rows. */
export const ofAFile = { characters: 20_000_000, rows: 100_000 };

/** Where a file is dropped, opened or pasted. */
export function CsvInput({ text, metrics, onText, onTake }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const take = (next: string): void => setRefusal(onTake(next));
  const open = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    if (chosen.size > ofAFile.characters)
      setRefusal('This file is larger than 20 MB. Send it in parts, or from a script.');
    else take(await chosen.text());
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (text.trim() !== '') return;
    event.preventDefault();
    take(event.clipboardData.getData('text/plain'));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) void open(dropped);
    else take(event.dataTransfer.getData('text/plain'));
  };
  return (
    // What is dropped anywhere here is taken; the button does the same from the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.way}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <TextArea
        label="Rows"
        note="paste them, or drop a file here"
        placeholder={placeholderOf(metrics)}
        classNames={{ input: styles.field }}
        spellCheck={false}
        data-autofocus
        minRows={8}
        maxRows={12}
        value={text}
        error={refusal}
        onChange={(next) => {
          setRefusal(null);
          onText(next);
        }}
        onPaste={onPaste}
      />
      <p className={styles.quiet}>
        CSV, tabs or semicolons. Beside time or step and value, a row may hold n, KL, environment, segment,
        version, run and context. Times without an offset are UTC.
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => file.current?.click()}>Open a file</Button>
        <Button
          variant="primary"
          disabledReason={text.trim() ? null : 'Paste rows or open a file first.'}
          onClick={() => take(text)}
        >
          Read the rows
        </Button>
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
    </div>
  );
}

function placeholderOf(metrics: readonly CsvMetric[]): string {
  const row = (day: string, at: number) =>
    [day, ...metrics.map(({ scale }) => (scale === 'proportion' ? '0.59' : `12.${4 + at}`)), '200'].join(',');
  const head = ['time', ...metrics.map(({ key }) => key), 'n'].join(',');
  return [head, row('2026-11-18', 0), row('2026-11-19', 1)].join('\n');
}
