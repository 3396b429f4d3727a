import { Injectable } from '@nestjs/common';
import type { Lease } from '@plumbline/shared/contract/triage';
import { IncidentService } from '../incidents/incident.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { endLeases, readLeases, writeLease } from './leases.queries.js';

export const leaseMs = 5 * 60_000;

/** Who is looking at what. A lease tells others; it keeps nobody from deciding, and is no part of the record. */
@Injectable()
export class LeasesService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentService,
    private readonly clock: Clock,
  ) {}

  /** @returns the lease that now holds: the caller's, or that of whoever was first @throws Problem 404 */
  async take(caller: MemberCaller, key: string, takeOver: boolean): Promise<Lease> {
    return this.database.transaction(async () => {
      const { id } = await this.incidents.get(caller, key);
      const now = this.clock.now();
      const until = new Date(now.getTime() + leaseMs);
      await endLeases(this.database, caller, { except: id });
      await writeLease(this.database, caller, id, { now, until }, takeOver);
      const [held] = await readLeases(this.database, caller, [id], now);
      const { incidentId: _, ...lease } = held!;
      return lease;
    });
  }

  /** @throws Problem 404 */
  async release(caller: MemberCaller, key: string): Promise<void> {
    const { id } = await this.incidents.get(caller, key);
    await endLeases(this.database, caller, { on: id });
  }

  /** @returns incident id -> the lease that holds on it */
  async on(caller: MemberCaller, incidentIds: readonly string[]): Promise<Map<string, Lease>> {
    const leases = await readLeases(this.database, caller, incidentIds, this.clock.now());
    return new Map(leases.map(({ incidentId, ...lease }) => [incidentId, lease]));
  }
}
