import { readFileSync } from 'node:fs';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.js';

/** Beside the sources and beside what is built of them: it is served as it stands. */
const file = new URL('../../../client/plumbline.py', import.meta.url);
const ownAddress = /^ADDRESS = .*$/m;

/** Serves the file that notebooks and trainers import, with this installation's address in it. */
@Controller('client')
export class PythonClientController {
  private readonly text: string;

  constructor(@Inject(CONFIG) { publicUrl }: Config) {
    this.text = readFileSync(file, 'utf8').replace(
      ownAddress,
      () => `ADDRESS = ${JSON.stringify(publicUrl)}`,
    );
  }

  @Get('plumbline.py')
  async python(@Res() reply: FastifyReply): Promise<void> {
    await reply
      .header('cache-control', 'no-cache')
      .header('content-disposition', 'inline; filename="plumbline.py"')
      .type('text/x-python; charset=utf-8')
      .send(this.text);
  }
}
