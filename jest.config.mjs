// One runner for the pure rules and the API; browser stories have a project of their own.
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const common = {
  rootDir: import.meta.dirname,
  // Jest would otherwise look through every installed package before each run.
  roots: ['apps', 'packages', 'bench'].map((folder) => `<rootDir>/${folder}`),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^@plumbline/shared/(.*)$': '<rootDir>/packages/shared/src/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.plumbline/'],
};

export default {
  globalSetup: '<rootDir>/scripts/jest-setup.mjs',
  globalTeardown: '<rootDir>/scripts/jest-teardown.mjs',
  testTimeout: 60_000,
  // Tests wait for PostgreSQL and Chromium about as long as they compute: Jest's own choice leaves a core idle.
  maxWorkers: '100%',
  projects: [
    {
      ...common,
      displayName: 'shared',
      testMatch: ['<rootDir>/packages/shared/src/**/*.spec.ts', '<rootDir>/bench/**/*.spec.ts'],
    },
    { ...common, displayName: 'api', testMatch: ['<rootDir>/apps/api/{src,e2e}/**/*.spec.ts'] },
    { ...common, displayName: 'senders', testMatch: ['<rootDir>/apps/api/e2e/senders/*.senders.ts'] },
    { ...common, displayName: 'chaos', testMatch: ['<rootDir>/apps/api/e2e/chaos/*.chaos.ts'] },
    { ...common, displayName: 'web', testMatch: ['<rootDir>/apps/web/src/**/*.spec.ts'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/apps/web/e2e/**/*.spec.ts'] },
  ],
};
