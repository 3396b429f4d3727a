import { useEffect, useState } from 'react';
import { Button, type ButtonLook } from './button.js';

interface Props extends ButtonLook {
  /** What is copied. */
  text: string;
  children?: string;
}

/** Copies a text, also on plain http, where the clipboard API does not exist. */
export function CopyButton({ text, children = 'Copy', ...look }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const words = { idle: children, copied: 'Copied', failed: 'Select and copy it by hand' }[state];
  return (
    <Button
      icon={state === 'copied' ? 'check' : 'copy'}
      {...look}
      onClick={async () => setState((await copyText(text)) ? 'copied' : 'failed')}
    >
      {words}
      <output className="visually-hidden">{state === 'copied' ? 'Copied' : ''}</output>
    </Button>
  );
}

/** @returns whether the text is on the clipboard now */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused by the browser; the old way may still be allowed.
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  const before = document.activeElement;
  area.value = text;
  area.readOnly = true;
  area.className = 'visually-hidden';
  // Inside an open dialog, so that its focus trap lets the selection stand.
  (before?.closest('[role="dialog"]') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
