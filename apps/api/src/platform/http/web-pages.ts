import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';

/** Serves index.html for every address that belongs to the web app, with a fresh CSP nonce each time. */
@Injectable()
export class WebPages {
  private page: Promise<string> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Answers a request for a page. @returns false when the address is not a page */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (!this.config.webFolder || !isPage(request.method, path)) return false;
    this.page ??= readFile(join(this.config.webFolder, 'index.html'), 'utf8');
    const nonce = randomBytes(16).toString('base64');
    await reply
      .status(200)
      .headers({ 'content-security-policy': policy(nonce), 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send((await this.page).replaceAll('__CSP_NONCE__', nonce));
    return true;
  }
}

const notPages = /^\/(api|assets|health|metrics|ingest|client|v1|v2)(\/|$)/;

function isPage(method: string, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && !notPages.test(path) && !/\.[a-z0-9]{2,5}$/i.test(path);
}

/** Nothing from anywhere else; styles and scripts only with this response's nonce or from our own files. */
function policy(nonce: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
