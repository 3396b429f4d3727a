import pg from 'pg';

export interface ServerSettings {
  server_version_num: string;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
}

/** @returns a sentence when "stored" would not mean stored on such a server; null when it does */
export function durabilityFault(settings: ServerSettings): string | null {
  if (Number(settings.server_version_num) < 160_000) return 'Plumbline needs PostgreSQL 16 or newer.';
  const off = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).filter(
    (name) => settings[name] === 'off',
  );
  if (off.length === 0) return null;
  return `PostgreSQL runs with ${off.join(', ')} off: a crash would lose what we answered as stored. Switch it on.`;
}

/**
 * Refuses a server that is too old, or whose durability is switched off.
 * @param options.allowUnsafe for tests, whose data nobody needs: their server trades safety for speed
 * @throws Error with a sentence that names the setting
 */
export async function checkServer(databaseUrl: string, options: { allowUnsafe: boolean }): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ settings: ServerSettings }>(
      `SELECT json_object_agg(name, setting) AS settings FROM pg_settings
        WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num')`,
    );
    const { settings } = rows[0]!;
    const fault = durabilityFault(
      options.allowUnsafe
        ? { ...settings, fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }
        : settings,
    );
    if (fault) throw new Error(fault);
  } finally {
    await client.end();
  }
}
