import { Injectable } from '@nestjs/common';
import { ActivityService } from '../activity/activity.service.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { PersonsQueries } from './persons.queries.js';

/** A person belongs to no workspace alone: what they change about themselves is recorded in each of theirs. */
@Injectable()
export class PersonRecord {
  constructor(
    private readonly persons: PersonsQueries,
    private readonly activity: ActivityService,
  ) {}

  /** @param author who did it: mostly the person; the system for a reset */
  async write(
    personId: string,
    verb: string,
    payload: Record<string, unknown>,
    author: Pick<MemberCaller, 'actor' | 'requestId'>,
  ): Promise<void> {
    for (const workspaceId of await this.persons.workspaceIds(personId))
      await this.activity.record(
        { ...author, workspaceId },
        { verb: `person.${verb}`, subjectKind: 'person', subjectId: personId, payload },
      );
  }
}
