import { Injectable } from '@nestjs/common';
import type { PasswordChange } from '@plumbline/shared/contract/session';
import { Database } from '../platform/database/database.js';
import type { PersonCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { Passwords } from './passwords.js';
import { PersonRecord } from './person-record.js';
import { PersonsQueries } from './persons.queries.js';
import { SessionsQueries } from './sessions.queries.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** What people change about themselves. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsQueries,
    private readonly sessions: SessionsQueries,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly record: PersonRecord,
  ) {}

  /**
   * Every session of the person ends, the asking one too: whoever knew the old password is out.
   * @throws Problem 401 when the present password is wrong, 429 after too many of those
   */
  async changePassword(caller: PersonCaller, change: PasswordChange, address: string): Promise<void> {
    const person = (await this.persons.byId(caller.personId))!;
    const attempt = await this.throttle.admit(person.email, person.id, address);
    if (!(await this.passwords.matches(change.currentPassword, person.passwordHash)))
      throw new Problem('auth/bad-credentials', 'The present password is wrong. Write it again.');
    await attempt.succeeded();
    const passwordHash = await this.passwords.hash(change.newPassword);
    await this.database.transaction(async () => {
      await this.persons.setPassword(person.id, passwordHash);
      await this.sessions.endAll(person.id, null);
      await this.record.write(person.id, 'password_changed', {}, authorOf(caller));
    });
  }

  async rename(caller: PersonCaller, name: string): Promise<void> {
    await this.database.transaction(async () => {
      const { name: before } = (await this.persons.byId(caller.personId))!;
      if (before === name) return;
      await this.persons.setName(caller.personId, name);
      const payload = { before: { name: before }, after: { name } };
      await this.record.write(caller.personId, 'renamed', payload, authorOf(caller));
    });
  }
}

function authorOf({ personId, name, requestId }: PersonCaller) {
  return { actor: { kind: 'person' as const, id: personId, name }, requestId };
}
