import { useCommands } from '../../ui/commands/command-registry.js';
import type { Queue } from './use-queue.js';
import type { useSelection } from './use-selection.js';
import type { useVerbs } from './use-verbs.js';
import { type Verb, verbs as words } from './verbs.js';

interface Props {
  queue: Queue;
  selection: ReturnType<typeof useSelection>;
  verbs: ReturnType<typeof useVerbs>;
  whyNot: string | null;
  onOpen: (key: string) => void;
}

/** Everything on this screen by one key. */
export function useKeys({ queue, selection, verbs, whyNot, onOpen }: Props): void {
  const { active } = queue;
  const group = 'Triage';
  const empty = active ? null : 'Nothing waits.';
  const keyOnly = true;
  useCommands([
    {
      id: 'triage.next',
      label: 'Next',
      group,
      keys: 'j',
      otherKeys: ['arrowdown'],
      keyOnly,
      run: () => queue.step(1),
    },
    {
      id: 'triage.previous',
      label: 'Before',
      group,
      keys: 'k',
      otherKeys: ['arrowup'],
      keyOnly,
      run: () => queue.step(-1),
    },
    ...(Object.keys(words) as Verb[]).map((verb) => ({
      id: `triage.${verb}`,
      label: words[verb].label,
      group,
      keys: words[verb].keys,
      disabledReason: whyNot ?? empty,
      run: () => verbs.begin(verb),
    })),
    {
      id: 'triage.confirm',
      label: 'Confirm what is suggested',
      group,
      keys: 'shift+t',
      disabledReason: whyNot ?? empty,
      run: verbs.confirm,
    },
    { id: 'triage.select', label: 'Select', group, keys: 'x', disabledReason: empty, run: selection.toggle },
    {
      id: 'triage.select-similar',
      label: 'Select all that read like it',
      group,
      keys: 'shift+x',
      disabledReason: empty,
      run: selection.addLike,
    },
    { id: 'triage.clear', label: 'Select none', group, keys: 'escape', keyOnly, run: selection.clear },
    {
      id: 'triage.open',
      label: 'Open the incident',
      group,
      keys: 'enter',
      keyOnly,
      disabledReason: empty,
      run: () => active && onOpen(active.key),
    },
  ]);
}
