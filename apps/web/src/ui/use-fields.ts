import { useState } from 'react';

/** The fields of a form. `set('name')` is the change handler of one. */
export function useFields<F extends object>(
  initial: F,
): [F, <K extends keyof F>(name: K) => (value: F[K]) => void] {
  const [fields, setFields] = useState(initial);
  return [fields, (name) => (value) => setFields((before) => ({ ...before, [name]: value }))];
}
