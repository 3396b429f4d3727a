import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sessionQuery } from '../../features/people/people-queries.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { TabLink, TabLinks } from '../../ui/tabs.js';
import { useQuery } from '@tanstack/react-query';
import type { Response } from '../../client/call.js';
import { NotFoundPage } from './not-found-page.js';
import { lazyPart } from '../../ui/lazy-part.js';

const Account = lazyPart(() => import('../../features/people/account.js').then((m) => m.Account));
const ApiKeys = lazyPart(() => import('../../features/people/api-keys.js').then((m) => m.ApiKeys));
const FromCode = lazyPart(() => import('../../features/sources/from-code.js').then((m) => m.FromCode));
const Members = lazyPart(() => import('../../features/people/members.js').then((m) => m.Members));
const MailDeliveries = lazyPart(() =>
  import('../../features/notifications/mail-deliveries.js').then((m) => m.MailDeliveries),
);
const Preferences = lazyPart(() =>
  import('../../features/notifications/preferences.js').then((m) => m.Preferences),
);
const Sources = lazyPart(() => import('../../features/sources/sources.js').then((m) => m.Sources));
const Teams = lazyPart(() => import('../../features/people/teams.js').then((m) => m.Teams));
const Webhooks = lazyPart(() => import('../../features/webhooks/webhooks.js').then((m) => m.Webhooks));
const WorkspaceSettings = lazyPart(() =>
  import('../../features/people/workspace-settings.js').then((m) => m.WorkspaceSettings),
);

type Membership = Response<'GET /session'>['memberships'][number];

/** What can be set, each part with an address of its own: /settings/keys */
const parts: Record<string, { label: string; render: (here: Membership, name: string) => ReactNode }> = {
  account: { label: 'Your account', render: (_, name) => <Account name={name} /> },
  notifications: {
    label: 'Notifications',
    render: ({ slug, role }) => (
      <>
        <Preferences workspace={slug} />
        {role === 'admin' && <MailDeliveries workspace={slug} />}
      </>
    ),
  },
  people: {
    label: 'People',
    render: ({ slug, role }) => <Members workspace={slug} admin={role === 'admin'} />,
  },
  teams: { label: 'Teams', render: ({ slug, role }) => <Teams workspace={slug} admin={role === 'admin'} /> },
  workspace: {
    label: 'Workspace',
    render: ({ slug, role }) => <WorkspaceSettings workspace={slug} admin={role === 'admin'} />,
  },
  sources: { label: 'Sources', render: ({ slug }) => <SourcesPart workspace={slug} /> },
  webhooks: { label: 'Webhooks', render: ({ slug }) => <WebhooksPart workspace={slug} /> },
  keys: { label: 'API keys', render: ({ slug, role }) => <ApiKeys workspace={slug} role={role} /> },
  code: { label: 'From code', render: ({ slug }) => <FromCode keys={<KeysLink workspace={slug} />} /> },
};

/** Settings of the person and of the workspace. */
export function SettingsPage() {
  const { workspace, part = Object.keys(parts)[0]! } = useParams({ strict: false }) as {
    workspace: string;
    part?: string;
  };
  const session = useQuery(sessionQuery);
  const chosen = parts[part];
  if (!chosen) return <NotFoundPage />;
  return (
    <Page title="Settings" windowTitle={`${chosen.label}, settings`}>
      <TabLinks label="Parts of the settings">
        {Object.entries(parts).map(([key, { label }]) => (
          <TabLink key={key} to="/w/$workspace/settings/$part" params={{ workspace, part: key }}>
            {label}
          </TabLink>
        ))}
      </TabLinks>
      <QueryView of={session}>
        {({ memberships, person }) => {
          const here = memberships.find(({ slug }) => slug === workspace);
          return here ? chosen.render(here, person.name) : null;
        }}
      </QueryView>
    </Page>
  );
}

function KeysLink({ workspace }: { workspace: string }) {
  return (
    <Link to="/w/$workspace/settings/$part" params={{ workspace, part: 'keys' }}>
      make one under API keys.
    </Link>
  );
}

function SourcesPart({ workspace }: { workspace: string }) {
  const navigate = useNavigate();
  return (
    <Sources
      workspace={workspace}
      onOpen={({ id }) =>
        void navigate({ to: '/w/$workspace/settings/sources/$source', params: { workspace, source: id } })
      }
    />
  );
}

function WebhooksPart({ workspace }: { workspace: string }) {
  const navigate = useNavigate();
  return (
    <Webhooks
      workspace={workspace}
      onOpen={({ id }) =>
        void navigate({ to: '/w/$workspace/settings/webhooks/$webhook', params: { workspace, webhook: id } })
      }
    />
  );
}
