import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { configFrom } from '../src/harness/environment.js';
import { freePort } from '../src/harness/free-port.js';
import { repositoryRoot } from '../src/harness/repository-root.js';
import { startTestApi } from './start-test-api.js';

// What can be known about the image and the composition without an engine to build them.

const read = (file: string) => readFileSync(join(repositoryRoot, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

interface Service {
  image: string;
  build?: string;
  environment: Record<string, string>;
  volumes?: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  user?: string;
  privileged?: boolean;
  cap_drop?: string[];
}
const compose = parse(read('docker-compose.yml')) as {
  services: { plumbline: Service; database: Service };
  volumes: Record<string, unknown>;
};
const { plumbline, database } = compose.services;

/** Instructions of the Dockerfile, continued lines joined. */
const instructions = read('Dockerfile')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => ({ verb: line.split(' ', 1)[0]!, rest: line.slice(line.indexOf(' ') + 1) }));
const lastOf = (verb: string) =>
  instructions.findLast((instruction) => instruction.verb === verb)?.rest ?? '';

/** Fills in ${NAME}, ${NAME:-usual} and ${NAME:?why} as compose does. */
function filled(text: string, environment: Record<string, string> = {}): string {
  return String(text).replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind, usual: string) => {
    if (environment[name]) return environment[name];
    if (kind === '?') throw new Error(usual);
    return usual ?? '';
  });
}
const environmentOf = (service: Service, environment: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(service.environment).map(([name, value]) => [name, filled(value, environment)]),
  );

describe('docker-compose.yml', () => {
  test('a PostgreSQL 18 whose data outlive it, and that says when it is ready', () => {
    expect(database.image).toBe('postgres:18');
    expect(database.volumes).toEqual(['database:/var/lib/postgresql']);
    expect(compose.volumes).toHaveProperty('database');
    expect(database.healthcheck!.test.join(' ')).toContain('pg_isready');
    expect(plumbline.depends_on).toEqual({ database: { condition: 'service_healthy' } });
  });

  test('the database is not published, Plumbline on this machine alone', () => {
    expect(database.ports).toBeUndefined();
    expect(plumbline.ports!.map((port) => filled(port))).toEqual(['127.0.0.1:3000:3000']);
  });

  test('no privileges', () => {
    expect(plumbline.privileged ?? false).toBe(false);
    expect(plumbline.user ?? 'node').not.toMatch(/^(root|0)/);
    expect(plumbline.cap_drop).toEqual(['ALL']);
  });

  test('without a password for the database it does not start', () => {
    expect(() => environmentOf(database, {})).toThrow('Choose a DATABASE_PASSWORD');
    expect(() => environmentOf(plumbline, {})).toThrow('Choose a DATABASE_PASSWORD');
  });

  test('both mean the same database', () => {
    const given = { DATABASE_PASSWORD: 'abc123' };
    const server = environmentOf(database, given);
    const address = new URL(environmentOf(plumbline, given).DATABASE_URL!);
    expect(address).toMatchObject({
      hostname: 'database',
      username: server.POSTGRES_USER,
      password: server.POSTGRES_PASSWORD,
      pathname: `/${server.POSTGRES_DB}`,
    });
  });

  test('every variable it sets is one that the program reads', () => {
    const asked = new Set(['DATABASE_URL', 'LOG_LEVEL']);
    const start = read('apps/api/src/harness/start.ts');
    for (const name of asked) expect(start).toContain(`environment.${name}`);
    configFrom(
      new Proxy<Record<string, string>>({}, { get: (_, name) => void asked.add(String(name)) }),
      '',
      null,
    );
    expect(Object.keys(plumbline.environment).filter((name) => !asked.has(name))).toEqual([]);
  });

  test.each([
    [
      'as it stands',
      {},
      { port: 3000, host: '0.0.0.0', publicUrl: 'http://localhost:3000', trustProxy: false },
    ],
    [
      'behind a proxy',
      { PUBLIC_URL: 'https://plumbline.example.com', TRUST_PROXY: '10.0.0.0/8' },
      { publicUrl: 'https://plumbline.example.com', trustProxy: '10.0.0.0/8' },
    ],
  ])('the program understands it %s', (_, given, config) => {
    const environment = environmentOf(plumbline, { DATABASE_PASSWORD: 'abc123', ...given });
    expect(configFrom(environment, environment.DATABASE_URL!, null)).toMatchObject(config);
  });
});

describe('Dockerfile', () => {
  test('builds and starts by the very same commands', () => {
    const runs = instructions.filter(({ verb }) => verb === 'RUN').map(({ rest }) => rest);
    expect(runs).toContain('npm run build');
    expect((JSON.parse(lastOf('CMD')) as string[]).join(' ')).toBe(manifest.scripts.start);
  });

  test('copies what is there, and everything that the build looks at', () => {
    const copied = instructions
      .filter(({ verb, rest }) => verb === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    const ignored = read('.dockerignore').split('\n').filter(Boolean);
    for (const source of copied) {
      expect(existsSync(join(repositoryRoot, source))).toBe(true);
      expect(ignored).not.toContain(source);
    }
    const needed = [
      'package.json',
      'package-lock.json',
      'tsconfig.base.json',
      'turbo.json',
      '.swcrc',
      '.npmrc',
    ];
    expect(copied).toEqual(
      expect.arrayContaining([...needed, 'apps', 'packages', 'scripts', 'migrations', 'bench']),
    );
  });

  test('leaves out what was installed or built elsewhere', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['**/node_modules', '**/dist', '.git', '.plumbline', '.env']),
    );
  });

  test('runs as an ordinary user, on the port that is published', () => {
    expect(lastOf('USER')).toBe('node');
    expect(instructions.findIndex(({ verb }) => verb === 'USER')).toBeLessThan(
      instructions.findLastIndex(({ verb }) => verb === 'CMD'),
    );
    expect(lastOf('EXPOSE')).toBe('3000');
    expect(plumbline.ports![0]).toMatch(/:3000$/);
  });

  test('on a Node.js that the program supports', () => {
    const versions = instructions
      .filter(({ verb }) => verb === 'FROM')
      .map(({ rest }) => /^node:(\d+)/.exec(rest)?.[1]);
    expect(versions.length).toBe(2);
    for (const version of versions) expect(manifest.engines.node).toContain(`>=${version}.`);
  });

  test('its health check tells a ready program from none', async () => {
    const [, command] = /CMD (\[.*\])$/.exec(lastOf('HEALTHCHECK'))!;
    const [program, ...words] = JSON.parse(command!) as string[];
    expect(program).toBe('node');
    const check = async (port: number) => {
      const child = spawn(process.execPath, words, { env: { PORT: String(port) }, stdio: 'ignore' });
      const [code] = (await once(child, 'exit')) as [number];
      return code;
    };
    const api = await startTestApi();
    expect(await check(Number(new URL(api.url).port))).toBe(0);
    await api.stop();
    expect(await check(await freePort())).toBe(1);
  });
});
