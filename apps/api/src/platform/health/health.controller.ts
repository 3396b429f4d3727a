import { Controller, Get, Header } from '@nestjs/common';
import { getVersion, type Version } from '@plumbline/shared/contract/installation';
import { Database } from '../database/database.js';
import { latestMigration } from '../database/latest-migration.js';
import { Endpoint } from '../endpoint/endpoint.js';
import { Problem } from '../problem/problem.js';
import { version } from '../version.js';

/** For orchestrators and load balancers: is the process alive, may it be sent traffic, what does it run. */
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('health/live')
  @Header('cache-control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Header('cache-control', 'no-store')
  async ready(): Promise<{ status: 'ok'; migration: number; durability: Record<string, string> }> {
    try {
      const [migration, durability] = await Promise.all([latestMigration(this.database), this.durability()]);
      return { status: 'ok', migration, durability };
    } catch {
      throw new Problem('server/unavailable', 'The database cannot be reached.', {
        headers: { 'retry-after': '5' },
      });
    }
  }

  @Endpoint(getVersion)
  async version(): Promise<Version> {
    return { name: 'plumbline', version, migration: await latestMigration(this.database) };
  }

  private async durability(): Promise<Record<string, string>> {
    const row = await this.database.first<Record<string, string>>(
      `SELECT current_setting('fsync') AS fsync,
              current_setting('full_page_writes') AS "fullPageWrites",
              current_setting('synchronous_commit') AS "synchronousCommit",
              current_setting('server_version') AS "serverVersion"`,
    );
    return row!;
  }
}
