import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import styles from './triage-screen.module.css';

/** The original by its key, where it is not among the similar ones. */
export function OriginalField({ onPick }: { onPick: (key: string) => void }) {
  const [key, setKey] = useState('');
  const fits = /^INC-[1-9]\d*$/i.test(key.trim());
  return (
    <form
      className={styles.original}
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) onPick(key.trim().toUpperCase());
      }}
    >
      <TextField label="Another one" placeholder="INC-141" value={key} onChange={setKey} />
      <Button type="submit" disabledReason={fits ? null : 'Write a key such as INC-141.'}>
        Merge
      </Button>
    </form>
  );
}
