import { hash, verify } from '@node-rs/argon2';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';

/** Memory in KiB, rounds, lanes: about 30 ms a password; tests spend next to nothing. */
const strong = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** Argon2id; its parameters stand inside the text. */
export async function hashPassword(password: string, cost = strong): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/** Sets and checks passwords. The cost of a hash may grow without a migration. */
@Injectable()
export class Passwords {
  private readonly cost: typeof strong;
  private readonly nobody: Promise<string>;

  constructor(@Inject(CONFIG) config: Config) {
    this.cost = config.forTests ? cheap : strong;
    this.nobody = this.hash('the password of nobody');
  }

  async hash(password: string): Promise<string> {
    return hashPassword(password, this.cost);
  }

  /** Takes as long for an account that is not there, so that the time tells nothing. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const same = await verify(stored ?? (await this.nobody), password.normalize('NFKC'));
    return same && stored !== null;
  }
}
