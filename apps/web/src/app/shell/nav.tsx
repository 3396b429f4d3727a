import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Icon } from '../../ui/icons/icon.js';
import { Kbd } from '../../ui/kbd.js';
import { Wordmark } from '../../ui/wordmark.js';
import { addressOf, type Destination, destinations } from '../destinations.js';
import styles from './nav.module.css';
import { useWorkspaceSlug } from './use-workspace-slug.js';

// Menus are heavy and nobody opens this one in the first second.
const AccountMenu = lazy(() => import('./account-menu.js').then((m) => ({ default: m.AccountMenu })));

interface Props {
  onSearch: () => void;
  /** Inside the drawer of a phone: always with words. */
  inDrawer?: boolean;
  onNavigate?: () => void;
}

/** The places of a workspace, down the left edge. */
export function Nav({ onSearch, inDrawer = false, onNavigate }: Props) {
  return (
    <nav
      className={`${styles.nav} ${inDrawer ? styles.inDrawer : ''}`}
      aria-label={inDrawer ? 'Places' : 'Main'}
    >
      {!inDrawer && (
        <div className={styles.head}>
          <Wordmark />
        </div>
      )}
      <button type="button" className={styles.search} onClick={onSearch}>
        <Icon name="search" />
        <span className={styles.word}>Search</span>
        <Kbd keys="/" />
      </button>
      <Group name="work" onNavigate={onNavigate} />
      <Group name="reference" onNavigate={onNavigate} />
      <Suspense fallback={<span className={styles.account} />}>
        <AccountMenu onNavigate={onNavigate} />
      </Suspense>
    </nav>
  );
}

function Group({ name, onNavigate }: { name: Destination['group']; onNavigate?: () => void }) {
  const workspace = useWorkspaceSlug();
  const members = destinations.filter((destination) => destination.group === name);
  if (members.length === 0) return null;
  return (
    <ul className={styles.group}>
      {members.map((member) => {
        const { label, icon, Count } = member;
        return (
          <li key={label}>
            <Link
              to={addressOf(member, workspace) as '.'}
              className={styles.item}
              onClick={onNavigate}
              title={label}
            >
              <Icon name={icon} />
              <span className={styles.word}>{label}</span>
              {Count && (
                <span className={styles.count}>
                  <Count />
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
