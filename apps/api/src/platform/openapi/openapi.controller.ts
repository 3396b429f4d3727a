import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { notFound } from '../problem/problem.js';
import { docsPage, docsScript } from './docs-page.js';
import { openApiDocument } from './document.js';

const swaggerFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const files: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** The API's own documentation: the OpenAPI 3.1 file, and a page to read and try it, from our own origin. */
@Controller('api')
export class OpenApiController {
  private document: string | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('openapi.json')
  async openapi(@Res() reply: FastifyReply): Promise<void> {
    this.document ??= JSON.stringify(openApiDocument(this.config.publicUrl));
    await reply.type('application/json; charset=utf-8').send(this.document);
  }

  @Get('docs')
  async page(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-security-policy', docsPolicy).type('text/html; charset=utf-8').send(docsPage);
  }

  @Get('docs/:file')
  async file(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    if (file === 'init.js') return void (await reply.type('text/javascript; charset=utf-8').send(docsScript));
    const type = files[file];
    if (!type) throw notFound('file');
    await reply
      .header('cache-control', 'public, max-age=86400')
      .type(type)
      .send(readFileSync(join(swaggerFolder, file)));
  }
}

const docsPolicy =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
