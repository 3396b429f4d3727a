import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Presence } from '@plumbline/shared/contract/presence';
import { IncidentService } from '../incidents/incident.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Bell } from '../platform/live/bell.js';
import { nameOf, presentMs, sightOf, WhoIsWhere } from './who-is-where.js';

type Listener = (place: { workspaceId: string; incidentId: string }) => void;

/** Who looks at which incident: known to every process by the bell, written nowhere. */
@Injectable()
export class PresenceService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly who = new WhoIsWhere();
  private readonly listeners = new Set<Listener>();
  private stopListening: () => void = () => undefined;
  private forgetting: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentService,
    private readonly bell: Bell,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.bell.listen((name) => {
      const sight = sightOf(name);
      if (sight && this.who.note(sight, this.now())) this.tell(sight);
    });
    this.forgetting = setInterval(() => {
      for (const place of this.who.forget(this.now())) this.tell(place);
    }, presentMs / 3);
    this.forgetting.unref();
  }

  onApplicationShutdown(): void {
    this.stopListening();
    if (this.forgetting) clearInterval(this.forgetting);
  }

  /** Hears of every place where somebody came or went. @returns how to stop */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The caller looks at an incident. @returns who does @throws Problem 404 */
  async look(caller: MemberCaller, key: string): Promise<Presence> {
    const { id } = await this.incidents.get(caller, key);
    this.note(caller, id, true);
    return this.at(caller.workspaceId, id);
  }

  /** @throws Problem 404 */
  async leave(caller: MemberCaller, key: string): Promise<void> {
    const { id } = await this.incidents.get(caller, key);
    this.note(caller, id, false);
  }

  /** Who looks at an incident, by name. */
  async at(workspaceId: string, incidentId: string): Promise<Presence> {
    const ids = this.who.at(workspaceId, incidentId, this.now());
    const people = await this.database.query<{ id: string; name: string }>(
      `SELECT p.id, p.name FROM person p JOIN member m ON m.person_id = p.id
        WHERE m.workspace_id = $1 AND m.removed_at IS NULL AND p.id = ANY ($2::uuid[])
        ORDER BY array_position($2::uuid[], p.id)`,
      [workspaceId, ids],
    );
    const row = await this.database.first<{ number: number }>(
      'SELECT number FROM incident WHERE workspace_id = $1 AND id = $2',
      [workspaceId, incidentId],
    );
    return { incident: `INC-${row!.number}`, people };
  }

  private note({ workspaceId, personId }: MemberCaller, incidentId: string, here: boolean): void {
    const sight = { workspaceId, incidentId, personId: personId!, here };
    if (this.who.note(sight, this.now())) this.tell(sight);
    this.bell.ring(nameOf(sight));
  }

  private tell({ workspaceId, incidentId }: { workspaceId: string; incidentId: string }): void {
    for (const listener of this.listeners) listener({ workspaceId, incidentId });
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
