import { useState } from 'react';

const storageKey = (name: string): string => `plumbline.text.${name}`;

/** Text being written that outlives leaving the page or a reload, in this tab. @param name unique, such as `comment.INC-3` */
export function useKeptText(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => keptText(name));
  return [
    text,
    (next) => {
      setText(next);
      keepText(name, next);
    },
  ];
}

/** What was kept in this tab under a name; '' for nothing. */
export function keptText(name: string): string {
  try {
    return sessionStorage.getItem(storageKey(name)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps text in this tab under a name; '' forgets it. */
export function keepText(name: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(storageKey(name), text);
    else sessionStorage.removeItem(storageKey(name));
  } catch {
    // Without storage the text lives as long as the page.
  }
}
