import { useEffect, useMemo, useState } from 'react';
import { type CheckedRun, inputOf } from './checked-run.js';
import type { Pasted } from './pasted.js';
import { askCheck } from './run/ask-check.js';
import { type Understood, understand } from './understand.js';

/** Understands what was pasted and has it checked; the last verdict stays until the next is there. */
export function useCheck(pasted: Pasted): { understood: Understood | string; checked: CheckedRun | null } {
  const understood = useMemo(() => understand(pasted), [pasted]);
  const [checked, setChecked] = useState<CheckedRun | null>(null);
  const run = typeof understood === 'string' ? null : understood.run;
  useEffect(() => {
    if (!run) return;
    const wanted = new AbortController();
    void askCheck(inputOf(run), wanted.signal).then((check) => setChecked({ run, check }));
    return () => wanted.abort();
  }, [run]);
  return { understood, checked: run ? checked : null };
}
