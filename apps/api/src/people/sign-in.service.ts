import { Injectable } from '@nestjs/common';
import type { SignIn } from '@plumbline/shared/contract/session';
import { Problem } from '../platform/problem/problem.js';
import { Passwords } from './passwords.js';
import { PersonsQueries } from './persons.queries.js';

/** Checks who someone says they are. */
@Injectable()
export class SignInService {
  constructor(
    private readonly persons: PersonsQueries,
    private readonly passwords: Passwords,
  ) {}

  /** @returns the person's id @throws Problem 401, the same for an unknown address and a wrong password */
  async check({ email, password }: SignIn): Promise<string> {
    const person = await this.persons.byEmail(email);
    const matches = await this.passwords.matches(password, person?.passwordHash ?? null);
    if (!matches || person!.disabledAt) throw wrong();
    return person!.id;
  }
}

function wrong(): Problem {
  return new Problem(
    'auth/bad-credentials',
    'The e-mail address or the password is wrong. Check both; an administrator of the installation can reset a lost password.',
  );
}
