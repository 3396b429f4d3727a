import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../../ui/commands/command-registry.js';
import { useKeyListener } from '../../ui/commands/key-listener.js';
import { SideDrawer } from '../../ui/side-drawer.js';
import { Skeleton } from '../../ui/states.js';
import { ToastStack } from '../../ui/toast/toast-stack.js';
import { undoLast } from '../../ui/toast/toasts.js';
import { useLiveChanges } from '../live/use-live-changes.js';
import { Nav } from './nav.js';
import { NavButton } from './nav-button.js';
import { OfflineBanner } from './offline-banner.js';
import styles from './shell.module.css';
import { useGoCommands } from './use-go-commands.js';
import { useWorkspaceSlug } from './use-workspace-slug.js';

const CommandPalette = lazy(() =>
  import('../../ui/commands/command-palette.js').then((m) => ({ default: m.CommandPalette })),
);
const KeySheet = lazy(() => import('../../ui/commands/key-sheet.js').then((m) => ({ default: m.KeySheet })));

type Layer = 'palette' | 'keys' | 'nav' | null;

/** The frame of every screen of a workspace: navigation, commands, banners, and the work. */
export function Shell() {
  const [layer, setLayer] = useState<Layer>(null);
  const close = (): void => setLayer(null);
  useKeyListener();
  useGoCommands();
  const navigate = useNavigate();
  const workspace = useWorkspaceSlug();
  useLiveChanges(workspace);
  useCommands([
    {
      id: 'shell.log',
      label: 'Log an incident',
      group: 'Everywhere',
      keys: 'c',
      run: () => void navigate({ to: '/w/$workspace/log', params: { workspace } }),
    },
    {
      id: 'shell.palette',
      label: 'Find a command',
      group: 'Everywhere',
      keys: 'mod+k',
      otherKeys: ['/'],
      whileTyping: true,
      keyOnly: true,
      run: () => setLayer('palette'),
    },
    { id: 'shell.keys', label: 'Show all keys', group: 'Everywhere', keys: '?', run: () => setLayer('keys') },
    {
      id: 'shell.undo',
      label: 'Undo the last act',
      group: 'Everywhere',
      keys: 'mod+z',
      otherKeys: ['u'],
      keyOnly: true,
      run: () => void undoLast(),
    },
  ]);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#work">
        Skip to the work
      </a>
      <Nav onSearch={() => setLayer('palette')} />
      <NavButton onOpen={() => setLayer('nav')} />
      <main id="work" className={styles.work} tabIndex={-1}>
        <OfflineBanner />
        <Suspense fallback={<Skeleton rows={12} />}>
          <Outlet />
        </Suspense>
      </main>
      <SideDrawer title="Plumbline" side="left" width={280} opened={layer === 'nav'} onClose={close}>
        <Nav inDrawer onSearch={() => setLayer('palette')} onNavigate={close} />
      </SideDrawer>
      <Suspense fallback={null}>
        {layer === 'palette' && <CommandPalette onClose={close} />}
        {layer === 'keys' && <KeySheet onClose={close} />}
      </Suspense>
      <ToastStack />
    </div>
  );
}
