import pg from 'pg';

const mustBeOn = ['fsync', 'full_page_writes'] as const;

/**
 * Refuses a server on which "stored" would not mean stored: too old, or with its durability switched off.
 * @throws Error with a sentence that names the setting
 */
export async function checkServer(databaseUrl: string, options: { allowUnsafe: boolean }): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `SELECT name, setting FROM pg_settings
        WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num')`,
    );
    const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
    if (Number(settings.server_version_num) < 160_000) {
      throw new Error('Plumbline needs PostgreSQL 16 or newer.');
    }
    if (options.allowUnsafe) return;
    const off: string[] = mustBeOn.filter((name) => settings[name] !== 'on');
    if (settings.synchronous_commit === 'off') off.push('synchronous_commit');
    if (off.length > 0) {
      throw new Error(
        `PostgreSQL runs with ${off.join(', ')} off: a crash would lose what we answered as stored. Switch it on.`,
      );
    }
  } finally {
    await client.end();
  }
}
