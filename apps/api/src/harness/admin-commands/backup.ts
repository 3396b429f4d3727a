import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openAdminDatabase } from '../admin-database.js';
import type { Contents } from '../backup/backup-format.js';
import { restoreBackup } from '../backup/restore-backup.js';
import { takeBackup } from '../backup/take-backup.js';
import { repositoryRoot } from '../repository-root.js';
import type { AdminCommand } from './admin-command.js';

/** Names a file as whoever typed it means it: npm runs us in the repository, wherever it was called. */
const named = (file: string, environment: NodeJS.ProcessEnv): string =>
  resolve(environment.INIT_CWD ?? process.cwd(), file);

export const backup: AdminCommand = {
  takes: '[file]',
  does: 'write everything into one compressed file, also while Plumbline runs, and read it again to be sure',
  async run([file], environment) {
    const now = new Date();
    const usual = `plumbline-${now.toISOString().slice(0, 16).replace(':', '')}.backup.gz`;
    const path = named(file ?? usual, environment);
    if (existsSync(path)) throw new Error(`${path} exists already. Name another file.`);
    const database = await openAdminDatabase(environment, { mayMake: false });
    try {
      const { header, contents } = await takeBackup(database.url, path, now);
      const size = (statSync(path).size / 1_048_576).toFixed(1);
      console.log(`Backup taken and verified: ${path}`);
      console.log(`${figures(contents)}, ${size} MB, migration ${header.migration}.`);
      console.log(
        'It holds passwords as hashes and all incidents, restricted ones too: keep it as safe as those.',
      );
    } finally {
      await database.close();
    }
  },
};

export const restore: AdminCommand = {
  takes: '<file>',
  does: 'fill an empty installation from a backup of this or an earlier version, and compare counts and hashes',
  async run([file], environment) {
    if (!file) throw new Error('Name the backup to restore: npm run admin -- restore <file>');
    const database = await openAdminDatabase(environment, { mayMake: true });
    try {
      const migrations = join(repositoryRoot, 'migrations');
      const { header, contents, movedOn } = await restoreBackup(
        database.url,
        named(file, environment),
        migrations,
      );
      console.log(
        `Restored as of ${header.takenAt} (Plumbline ${header.version}): ${figures(contents)}, all equal.`,
      );
      if (movedOn.length > 0) console.log(`Brought up to date since (migrations: ${movedOn.length}).`);
      console.log('Start it with npm start.');
    } finally {
      await database.close();
    }
  },
};

function figures(contents: Contents): string {
  const tables = Object.values(contents);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows.toLocaleString('en')} rows in ${tables.length} tables`;
}
