import { Injectable } from '@nestjs/common';
import type { SignIn } from '@plumbline/shared/contract/session';
import { Problem } from '../platform/problem/problem.js';
import { Passwords } from './passwords.js';
import { PersonsQueries } from './persons.queries.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Checks who someone says they are. */
@Injectable()
export class SignInService {
  constructor(
    private readonly persons: PersonsQueries,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * @param address where the attempt comes from
   * @returns the person's id
   * @throws Problem 401, the same for an unknown address and a wrong password; 429 with Retry-After
   */
  async check({ email, password }: SignIn, address: string): Promise<string> {
    const person = await this.persons.byEmail(email);
    const attempt = await this.throttle.admit(email, person?.id ?? null, address);
    const matches = await this.passwords.matches(password, person?.passwordHash ?? null);
    if (!matches || person!.disabledAt) throw wrong();
    await attempt.succeeded();
    return person!.id;
  }
}

function wrong(): Problem {
  return new Problem(
    'auth/bad-credentials',
    'The e-mail address or the password is wrong. Check both. Whoever runs this installation can reset a lost password.',
  );
}
