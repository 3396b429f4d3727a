import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { CONFIG, isLoopback, type Config } from '../platform/config.js';
import { LOGGER, type Logger } from '../platform/log.js';
import { Problem } from '../platform/problem/problem.js';
import { digestOf, randomText } from './secrets.js';
import { hostOf } from './session-cookie.js';

/**
 * Proves that whoever sets up an installation that others can reach also reads its log. A new one each start.
 */
@Injectable()
export class SetupCode {
  readonly text = (randomText(12).match(/.{4}/g) ?? []).join('-');
  private told = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Whether this installation can be reached from other machines, as far as its configuration says. */
  get reachable(): boolean {
    return (
      !isLoopback(this.config.host) ||
      !isLoopback(new URL(this.config.publicUrl).hostname) ||
      this.config.trustProxy !== false
    );
  }

  /** Also for a request that came through a proxy or under another name than this machine's own. */
  neededFor(request: FastifyRequest): boolean {
    const { forwarded, 'x-forwarded-for': forwardedFor } = request.headers;
    const needed =
      this.reachable || !isLoopback(hostOf(request)) || forwarded !== undefined || forwardedFor !== undefined;
    if (needed) this.tell();
    return needed;
  }

  /** Writes the code to the log, once. */
  tell(): void {
    if (this.told) return;
    this.told = true;
    this.log.warn(`Plumbline is not set up yet. The setup code is ${this.text}`);
  }

  /** @throws Problem 403 */
  check(request: FastifyRequest, given: string | undefined): void {
    if (!this.neededFor(request)) return;
    if (timingSafeEqual(digestOf(given ?? ''), digestOf(this.text))) return;
    throw new Problem(
      'auth/setup-code',
      'Send the setup code that Plumbline printed in its log when it started: it shows that this installation is yours.',
    );
  }
}
