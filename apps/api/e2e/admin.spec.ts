import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../src/harness/free-port.js';
import { repositoryRoot } from '../src/harness/repository-root.js';
import { browser, cookieOf, hanaSato, password } from './cast.js';
import { databaseUrl, RunningPlumbline } from './running-plumbline.js';

const program = join(repositoryRoot, 'apps', 'api', 'dist', 'harness', 'admin.js');
let folder: string;
let plumbline: RunningPlumbline;
const home = () => join(folder, 'home');
const spare = () => join(folder, 'spare');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-admin-'));
  // As root, PostgreSQL runs as somebody else, who must get in.
  chmodSync(folder, 0o755);
  plumbline = await new RunningPlumbline(home(), await freePort()).ready();
});
afterAll(async () => {
  await plumbline?.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** Runs an admin command as `npm run admin` does, from another folder. */
function admin(dataFolder: string, ...words: string[]): { code: number | null; output: string } {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    env: { ...inherited, PLUMBLINE_DATA: dataFolder, INIT_CWD: folder },
    encoding: 'utf8',
  });
  return { code: status, output: stdout + stderr };
}

const serverStopped = (dataFolder: string) =>
  !existsSync(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'));

test('no command, or an unknown one, shows what there is', () => {
  expect(admin(home())).toMatchObject({ code: 0, output: expect.stringContaining('backup [file]') });
  const unknown = admin(home(), 'make-coffee');
  expect(unknown.code).toBe(1);
  expect(unknown.output).toContain('There is no command "make-coffee".');
  expect(unknown.output).toContain('restore <file>');
});

test('a backup is taken while Plumbline runs, and Plumbline goes on', async () => {
  const client = new pg.Client({ connectionString: databaseUrl(home()) });
  await client.connect();
  await client.query(
    `INSERT INTO workspace (id, slug, name, created_at) VALUES (gen_random_uuid(), 'kept', 'Kept', $1)`,
    [new Date('2026-01-02T03:04:05Z')],
  );
  await client.end();

  const { code, output } = admin(home(), 'backup', 'today.backup.gz');

  expect(output).toContain(`Backup taken and verified: ${join(folder, 'today.backup.gz')}`);
  expect(code).toBe(0);
  expect((await fetch(`${plumbline.url}/health/ready`)).status).toBe(200);
});

test('an earlier backup is never overwritten', () => {
  const { code, output } = admin(home(), 'backup', 'today.backup.gz');
  expect(code).toBe(1);
  expect(output).toContain('exists already. Name another file.');
});

test('a restore under a running Plumbline is refused', () => {
  const { code, output } = admin(home(), 'restore', 'today.backup.gz');
  expect(code).toBe(1);
  expect(output).toContain('Plumbline is running on this database.');
});

test('a restore makes a new installation, which starts with everything in it', async () => {
  const { code, output } = admin(spare(), 'restore', 'today.backup.gz');
  expect(output).toContain('all equal');
  expect(code).toBe(0);
  expect(serverStopped(spare())).toBe(true);

  const restored = await new RunningPlumbline(spare(), await freePort()).ready();
  const client = new pg.Client({ connectionString: databaseUrl(spare()) });
  await client.connect();
  const { rows } = await client.query('SELECT slug FROM workspace');
  await client.end();
  await restored.end('SIGTERM');
  expect(rows).toEqual([{ slug: 'kept' }]);
});

test('a restore into an installation in use is refused with a sentence', () => {
  const { code, output } = admin(spare(), 'restore', 'today.backup.gz');
  expect(code).toBe(1);
  expect(output).toContain('already holds data');
});

test('a backup of a stopped installation starts its server and stops it again', () => {
  const { code } = admin(spare(), 'backup', 'again.backup.gz');
  expect(code).toBe(0);
  expect(serverStopped(spare())).toBe(true);
});

test('a folder without an installation is named', () => {
  const { code, output } = admin(join(folder, 'nowhere'), 'backup');
  expect(code).toBe(1);
  expect(output).toContain(`There is no Plumbline in ${join(folder, 'nowhere')}.`);
});

let cookie: string;

test('the example story is put into the workspace that is named, once', async () => {
  const attempt = { name: 'Hana Sato', email: hanaSato.email, password, workspaceName: 'Northwind' };
  cookie = cookieOf(await browser(plumbline).post('/setup', attempt));

  expect(admin(home(), 'demo')).toMatchObject({
    code: 1,
    output: 'Name one of the workspaces: kept, northwind.\n',
  });
  const { code, output } = admin(home(), 'demo', 'northwind');
  expect(output).toContain('"Northwind" holds the example story now');
  expect(code).toBe(0);
  const story = await browser(plumbline, cookie, 'northwind').get('/example-story');
  expect(story.body).toMatchObject({ present: true, systems: 5 });
  expect(admin(home(), 'demo', 'northwind').output).toContain('is here already');
});

test('a lost password is reset while Plumbline runs; the old one and open sessions are worth nothing', async () => {
  const { code, output } = admin(home(), 'reset-password', hanaSato.email);

  expect(code).toBe(0);
  const fresh = /The new password of hana@example\.org: (\w+)/.exec(output)?.[1];
  const signIn = async (secret: string) =>
    (await browser(plumbline).post('/session', { email: hanaSato.email, password: secret })).status;
  expect([await signIn(fresh!), await signIn(password)]).toEqual([201, 401]);
  expect((await browser(plumbline, cookie).get('/session')).status).toBe(401);
  const unknown = admin(home(), 'reset-password', 'nobody@example.org');
  expect(unknown.code).toBe(1);
  expect(unknown.output).toContain('Nobody here has the e-mail address nobody@example.org.');
});
