import { request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { AddressGuard, RefusedAddress } from './address-guard.js';

/** How a request to somebody else went. */
export interface OutboundAnswer {
  /** Null when no answer came. */
  status: number | null;
  retryAfter: string | null;
  /** Why there is no answer, or the beginning of one that is no success; '' when all is well. */
  problem: string;
}

const mostRead = 2000;

/** Posts to addresses that people enter: to the world only, no further than asked, and not for long. */
@Injectable()
export class Outbound {
  private readonly guard: AddressGuard;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.guard = new AddressGuard(config.outbound.allow);
  }

  /** @returns why an address cannot be called, as far as can be seen without asking for its name; null when it can */
  whyNot(url: string): string | null {
    const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
    const literal = /^[\d.]+$|:/.test(host);
    if (!literal || this.guard.mayCall(host)) return null;
    return `${host} is this machine or its own network. An operator can allow it with PLUMBLINE_OUTBOUND_ALLOW.`;
  }

  /** Never throws: whatever happens is the answer. A redirect is not followed. */
  async post(url: string, headers: Record<string, string>, body: string): Promise<OutboundAnswer> {
    try {
      return await this.send(new URL(url), headers, Buffer.from(body));
    } catch (error) {
      return { status: null, retryAfter: null, problem: sentenceOf(error, this.config.outbound.timeoutMs) };
    }
  }

  private async send(url: URL, headers: Record<string, string>, body: Buffer): Promise<OutboundAnswer> {
    const addresses = await this.guard.addressesOf(url.hostname);
    // The connection is made to what was checked, whatever the name says by then.
    const lookup: LookupFunction = (_, { all }, done) =>
      all ? done(null, addresses) : done(null, addresses[0]!.address, addresses[0]!.family);
    const signal = AbortSignal.timeout(this.config.outbound.timeoutMs);
    return new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestSecure : requestPlain;
      const request: ClientRequest = send(url, {
        method: 'POST',
        lookup,
        signal,
        agent: false,
        headers: { ...headers, 'content-length': body.length, connection: 'close' },
      });
      request.on('error', reject);
      request.on('response', (response) => {
        readBeginning(response, signal).then((text) => resolve(answerOf(response, text)), reject);
      });
      request.end(body);
    });
  }
}

/** The first letters of an answer; the rest is not waited for. */
async function readBeginning(response: IncomingMessage, signal: AbortSignal): Promise<string> {
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > mostRead || signal.aborted) break;
  }
  return text.slice(0, mostRead);
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, text: string): OutboundAnswer {
  const retryAfter = headers['retry-after'] ?? null;
  if (statusCode >= 200 && statusCode < 300) return { status: statusCode, retryAfter, problem: '' };
  if (statusCode >= 300 && statusCode < 400)
    return {
      status: statusCode,
      retryAfter,
      problem: 'It points elsewhere; enter the address it points to.',
    };
  return { status: statusCode, retryAfter, problem: text.replaceAll('\0', '').trim().slice(0, 300) };
}

function sentenceOf(error: unknown, timeoutMs: number): string {
  if (error instanceof RefusedAddress) return error.message;
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR')
    return `No answer within ${timeoutMs / 1000} s.`;
  if (code === 'ENOTFOUND') return 'There is no such host.';
  if (code === 'ECONNREFUSED') return 'Nobody listens at this address.';
  return `The connection failed: ${(code ?? message ?? 'unknown').slice(0, 120)}.`;
}
