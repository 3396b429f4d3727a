import { TextField } from './field.js';
import { FieldRow } from './form-dialog.js';
import { keyFromName } from './key-from-name.js';

interface Props {
  name: string;
  itsKey: string;
  setName: (name: string) => void;
  setKey: (key: string) => void;
  /** The key follows the name until somebody writes it. */
  follows: boolean;
  /** Between the words of a key. */
  separator?: '-' | '_';
  /** Where the key is used. */
  keyNote: string;
  checkKey?: (key: string) => string | null;
}

/** What something is called, and its short name for addresses and machines. */
export function NameAndKey({
  name,
  itsKey,
  setName,
  setKey,
  follows,
  separator = '-',
  keyNote,
  checkKey,
}: Props) {
  return (
    <FieldRow>
      <TextField
        label="Name"
        data-autofocus
        maxLength={120}
        value={name}
        onChange={(next) => {
          const goesAlong = follows && itsKey === keyFromName(name, separator);
          setName(next);
          if (goesAlong) setKey(keyFromName(next, separator));
        }}
        check={(value) => (value.trim() ? null : 'Write something here')}
      />
      <TextField label="Key" note={keyNote} value={itsKey} onChange={setKey} check={checkKey} />
    </FieldRow>
  );
}
