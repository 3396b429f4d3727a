import { type ComponentProps, type KeyboardEvent, useId, useState } from 'react';
import { TextArea } from './field.js';
import styles from './mention-area.module.css';
import { mentionAt, namesFor } from './mention-at.js';

type Props = ComponentProps<typeof TextArea> & {
  /** Who can be named after an @. */
  names: readonly string[];
};

/** Text of many lines in which people can be named: after an @ the names that fit are offered. */
export function MentionArea({ names, value, onChange, onKeyDown, ...rest }: Props) {
  const list = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const begun = caret === null ? null : mentionAt(value, caret);
  const offered = begun ? namesFor(begun.words, names) : [];
  const open = offered.length > 0;
  const pick = (name: string, field: HTMLTextAreaElement | null): void => {
    if (!begun || caret === null) return;
    const text = `${value.slice(0, begun.from)}@${name} `;
    onChange(text + value.slice(caret));
    setCaret(null);
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(text.length, text.length);
    });
  };
  const steer = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const field = event.currentTarget;
    const bare = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (open && bare && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
    } else if (open && bare && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      pick(offered[Math.min(active, offered.length - 1)]!, field);
    } else if (open && event.key === 'Escape') {
      event.stopPropagation();
      setCaret(null);
    } else onKeyDown?.(event);
  };
  return (
    <div className={styles.area}>
      <TextArea
        {...rest}
        value={value}
        onChange={onChange}
        onKeyDown={steer}
        onInput={(event) => {
          setCaret((event.target as HTMLTextAreaElement).selectionStart);
          setActive(0);
        }}
        onBlur={() => setCaret(null)}
        aria-autocomplete="list"
        aria-controls={open ? list : undefined}
        aria-activedescendant={open ? `${list}-${active}` : undefined}
      />
      {open && (
        <div id={list} role="listbox" aria-label="People" className={styles.names}>
          {offered.map((name, place) => (
            <div
              key={name}
              id={`${list}-${place}`}
              role="option"
              aria-selected={place === active}
              onPointerDown={(event) => {
                event.preventDefault();
                const field = event.currentTarget.closest(`.${styles.area}`)?.querySelector('textarea');
                pick(name, field ?? null);
              }}
            >
              {name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
