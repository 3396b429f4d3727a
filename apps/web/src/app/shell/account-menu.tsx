import { Menu, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useSession, useSignOut } from '../../features/people/people-queries.js';
import { Avatar } from '../../ui/avatar.js';
import { setSingleKeys, useSingleKeys } from '../../ui/commands/single-keys.js';
import { Icon } from '../../ui/icons/icon.js';
import styles from './nav.module.css';
import { useWorkspaceSlug } from './use-workspace-slug.js';

const schemes = { light: 'Light', dark: 'Dark', auto: 'As the device' } as const;

/** Who is signed in, at the foot of the navigation: theme, keys, other workspaces, settings, the way out. */
export function AccountMenu({ onNavigate }: { onNavigate?: () => void }) {
  const { data: session } = useSession();
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  const signOut = useSignOut();
  if (!session) return <span className={styles.account} />;
  const go = (href: string): void => {
    onNavigate?.();
    void navigate({ href });
  };
  const others = session.memberships.filter((membership) => membership.slug !== slug);
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <button type="button" className={styles.account}>
          <span aria-hidden="true">
            <Avatar name={session.person.name} />
          </span>
          <span className={styles.word}>{session.person.name}</span>
          <span className="visually-hidden">, account</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <ThemeItems />
        <KeysItem />
        <Menu.Divider />
        {others.map((other) => (
          <Menu.Item key={other.slug} onClick={() => go(`/w/${other.slug}/incidents`)}>
            Go to {other.name}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<Icon name="gear" />} onClick={() => go(`/w/${slug}/settings`)}>
          Settings
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="signOut" />}
          onClick={() => signOut.mutate(undefined, { onSuccess: () => location.assign('/sign-in') })}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ThemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>Theme</Menu.Label>
      {(['light', 'dark', 'auto'] as const).map((scheme) => (
        <Menu.RadioItem
          key={scheme}
          value={scheme}
          checked={colorScheme === scheme}
          checkIcon={<Icon name="check" />}
          closeMenuOnClick
          onChange={() => setColorScheme(scheme)}
        >
          {schemes[scheme]}
        </Menu.RadioItem>
      ))}
    </>
  );
}

function KeysItem() {
  const on = useSingleKeys();
  return (
    <Menu.CheckboxItem
      checked={on}
      checkIcon={<Icon name="check" />}
      closeMenuOnClick={false}
      onChange={setSingleKeys}
    >
      Single-letter keys
    </Menu.CheckboxItem>
  );
}
