import { useEffect, useRef } from 'react';
import { useCommands } from '../../ui/commands/command-registry.js';
import { IconButton } from '../../ui/icon-button.js';
import { Kbd } from '../../ui/kbd.js';
import type { Asked } from './choice.js';
import styles from './choices.module.css';

interface Props {
  asked: Asked;
  onClose: () => void;
}

/** The answers to a verb above the bar of verbs: a digit, a click, or Tab and Enter; Esc leaves them. */
export function Choices({ asked: { title, choices, none, more }, onClose }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const group = title;
  useCommands([
    ...choices.slice(0, 9).map(({ label, run }, index) => ({
      id: `choice.${index + 1}`,
      label,
      group,
      keys: String(index + 1),
      run: () => {
        onClose();
        run();
      },
    })),
    {
      id: 'choice.leave',
      label: 'Leave without choosing',
      group,
      keys: 'escape',
      keyOnly: true,
      run: onClose,
    },
  ]);
  return (
    <div ref={panel} tabIndex={-1} className={styles.panel} role="group" aria-label={title}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <IconButton icon="close" label="Leave without choosing" onClick={onClose} />
      </div>
      {choices.length === 0 && none && <p className={styles.none}>{none}</p>}
      <ol className={styles.choices}>
        {choices.map(({ label, meta, run }, index) => (
          <li key={label}>
            <button
              type="button"
              className={styles.choice}
              onClick={() => {
                onClose();
                run();
              }}
            >
              {index < 9 ? <Kbd keys={String(index + 1)} /> : <span />}
              <span>{label}</span>
              {meta && <span className={styles.meta}>{meta}</span>}
            </button>
          </li>
        ))}
      </ol>
      {more}
    </div>
  );
}
