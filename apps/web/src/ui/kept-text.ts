import { useState } from 'react';

/** Text being written that outlives leaving the page or a reload, in this tab. @param name unique, such as `comment.INC-3` */
export function useKeptText(name: string): [string, (text: string) => void] {
  const storageKey = `plumbline.text.${name}`;
  const [text, setText] = useState(() => read(storageKey));
  return [
    text,
    (next) => {
      setText(next);
      keep(storageKey, next);
    },
  ];
}

function read(storageKey: string): string {
  try {
    return sessionStorage.getItem(storageKey) ?? '';
  } catch {
    return '';
  }
}

function keep(storageKey: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(storageKey, text);
    else sessionStorage.removeItem(storageKey);
  } catch {
    // Without storage the text lives as long as the page.
  }
}
