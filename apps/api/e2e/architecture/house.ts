// The house as a diagram: who lives where, and whom each may call. Everything that is not drawn here is refused.

/** API features in the order of the corridor: each may call only those to its left. */
export const apiFeatures = [
  'activity',
  'people',
  'tasks',
  'systems',
  'metrics',
  'divergence',
  'signals',
  'incidents',
  'mitigations',
  'rmf',
  'duties',
  'triage',
  'meetings',
  'notify',
  'webhooks',
  'overview',
  'live',
  'ingest',
] as const;

/** A part of the house: the folder (or file) it lives in, the parts it may call, the packages it may not. */
export interface Room {
  name: string;
  /** Path from the repository's root; a `*` stands for one folder name and makes a room of each. */
  at: string;
  mayCall: readonly string[];
  /** Forbidden packages: exact names, or prefixes that end in `*`. */
  without: readonly string[];
}

const frameworks = ['@nestjs/*', 'react', 'react-dom', 'react/*', '@mantine/*', '@tanstack/*', 'typeorm'];
const anything = ['*'];
const runsAnywhere = ['node:*', ...frameworks, 'pg', 'fastify'];
const serverOnly = ['node:*', '@nestjs/*', 'typeorm', 'pg', 'fastify'];
const browserOnly = ['react', 'react-dom', 'react/*', '@mantine/*', '@tanstack/*'];

const sharedRooms: Room[] = [
  { name: 'shared/divergence', at: 'packages/shared/src/divergence/', mayCall: [], without: anything },
  { name: 'shared/taxonomy', at: 'packages/shared/src/taxonomy/', mayCall: [], without: anything },
  { name: 'shared', at: 'packages/shared/src/', mayCall: ['shared/*', 'shared'], without: runsAnywhere },
];

const features: Room[] = apiFeatures.map((feature, position) => ({
  name: `api/${feature}`,
  at: `apps/api/src/${feature}/`,
  mayCall: [
    ...apiFeatures.slice(0, position).map((left) => `api/${left}`),
    'api/platform',
    'shared',
    'shared/*',
  ],
  without: browserOnly,
}));

const apiRooms: Room[] = [
  {
    name: 'api/platform',
    at: 'apps/api/src/platform/',
    mayCall: ['shared', 'shared/*'],
    without: browserOnly,
  },
  ...features,
  { name: 'api/harness', at: 'apps/api/src/harness/', mayCall: ['api/*', 'shared', 'shared/*'], without: [] },
  {
    name: 'api/contents',
    at: 'apps/api/src/app.module.ts',
    mayCall: ['api/*', 'shared', 'shared/*'],
    without: [],
  },
  { name: 'api/main', at: 'apps/api/src/main.ts', mayCall: ['api/contents', 'api/platform'], without: [] },
];

const webRooms: Room[] = [
  {
    name: 'web/ui',
    at: 'apps/web/src/ui/',
    mayCall: [],
    without: [...serverOnly, '@tanstack/react-query'],
  },
  { name: 'web/client', at: 'apps/web/src/client/', mayCall: ['shared'], without: serverOnly },
  {
    name: 'web/features/*',
    at: 'apps/web/src/features/*/',
    mayCall: ['web/ui', 'web/client', 'shared', 'shared/*'],
    without: serverOnly,
  },
  {
    name: 'web/app',
    at: 'apps/web/src/app/',
    mayCall: ['web/features/*', 'web/ui', 'web/client', 'shared', 'shared/*'],
    without: serverOnly,
  },
  {
    name: 'web/main',
    at: 'apps/web/src/main.tsx',
    mayCall: ['web/app', 'web/ui', 'web/client'],
    without: serverOnly,
  },
];

/** Every room; a file belongs to the first that fits. */
export const rooms: readonly Room[] = [...sharedRooms, ...apiRooms, ...webRooms];

/** How another feature is called: by what it offers, never by its insides. */
export const insides = /\.(controller|queries|entity|job)\.(js|ts)$/;

/** Names that say nothing about what is inside. */
export const emptyNames = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'manager',
  'base',
  'core',
  'lib',
  'index',
  'dto',
] as const;

export const longestFile = 300;
