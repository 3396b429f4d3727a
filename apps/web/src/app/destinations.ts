import type { ComponentType } from 'react';
import type { IconName } from '../ui/icons/icon.js';
import { UnreadCount } from './shell/unread-count.js';
import { WaitingCount } from './shell/waiting-count.js';

/** A place in the navigation. Add one here when its page exists; nav, palette and G chord follow. */
export interface Destination {
  label: string;
  icon: IconName;
  /** Below `/w/<slug>/`, with its search: `incidents`, `triage?state=pending`; from the root when it begins with `/`. */
  path: string;
  /** Second key after G. */
  chord: string;
  /** A key that leads there by itself. */
  key?: string;
  /** Work stands above, references below. */
  group: 'work' | 'reference';
  /** A small number at the end of the entry: how much waits there. */
  Count?: ComponentType;
}

export const destinations: readonly Destination[] = [
  { label: 'Overview', icon: 'columns', path: 'overview', chord: 'o', group: 'work' },
  { label: 'Triage', icon: 'inbox', path: 'triage', chord: 't', group: 'work', Count: WaitingCount },
  { label: 'Incidents', icon: 'lines', path: 'incidents', chord: 'i', group: 'work' },
  { label: 'Divergence', icon: 'fork', path: 'divergence', chord: 'd', group: 'work' },
  { label: 'Mitigations', icon: 'shield', path: 'mitigations', chord: 'a', group: 'work' },
  { label: 'Tasks', icon: 'check', path: 'tasks', chord: 'k', group: 'work' },
  {
    label: 'Notifications',
    icon: 'bell',
    path: 'notifications',
    chord: 'b',
    group: 'work',
    Count: UnreadCount,
  },
  { label: 'Quick check', icon: 'bob', path: '/check', chord: 'q', key: 'q', group: 'work' },
  { label: 'NIST board', icon: 'board', path: 'board', chord: 'n', group: 'work' },
  { label: 'Systems', icon: 'box', path: 'systems', chord: 's', group: 'reference' },
  { label: 'Words', icon: 'book', path: 'words', chord: 'w', group: 'reference' },
];

/** The address of a destination from a workspace. */
export function addressOf({ path }: Destination, workspace: string): string {
  return path.startsWith('/') ? path : `/w/${workspace}/${path}`;
}
