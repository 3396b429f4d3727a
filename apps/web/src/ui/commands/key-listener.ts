import { useEffect } from 'react';
import { type Command, keyOf } from './command.js';
import { currentCommands } from './command-registry.js';
import { singleKeysAreOn } from './single-keys.js';

const chordWindowMs = 1500;

/** True where a letter is text: fields, editable regions, open lists. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !/^(checkbox|radio|button|submit|reset|range|file)$/.test(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Space and Enter press what has the focus; there they are no commands. */
function presses(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (key === 'enter') return target.closest('a, button, summary') !== null;
  return key === 'space' && target.closest('button, summary') !== null;
}

/** An open dialog or menu owns the keyboard; commands behind it stay quiet. */
function isCovered(): boolean {
  return document.querySelector('[aria-modal="true"], [role="menu"], [data-owns-keys]') !== null;
}

function answersTo(command: Command, pressed: string): boolean {
  return command.keys === pressed || (command.otherKeys?.includes(pressed) ?? false);
}

/** Runs commands by their keys; a first key that only begins chords (`g`) waits for the second. */
export function useKeyListener(): void {
  useEffect(() => {
    let first = '';
    let firstAt = 0;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || isCovered()) return;
      const key = keyOf(event);
      if (presses(key, event.target)) return;
      const modified = /^(mod|alt)\+/.test(key);
      if (isTyping(event.target) ? !modified : !modified && !singleKeysAreOn()) return;
      const pressed = first && event.timeStamp - firstAt < chordWindowMs ? `${first} ${key}` : key;
      first = '';
      const commands = currentCommands().filter((command) => !isTyping(event.target) || command.whileTyping);
      const command = commands.find((one) => answersTo(one, pressed));
      if (command) {
        event.preventDefault();
        if (!command.disabledReason) command.run();
      } else if (!modified && commands.some((one) => one.keys?.startsWith(`${key} `))) {
        first = key;
        firstAt = event.timeStamp;
      }
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
