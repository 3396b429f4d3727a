import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { addEvidenceFile, readEvidenceFile } from '@plumbline/shared/contract/evidence-file';
import type { Evidence } from '@plumbline/shared/contract/incident-talk';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { EvidenceFiles } from './evidence-files.service.js';

@Controller()
export class EvidenceFilesController {
  constructor(private readonly files: EvidenceFiles) {}

  @Endpoint(addEvidenceFile)
  add(
    @Caller() caller: MemberCaller,
    @Param({ schema: addEvidenceFile.params }) { key }: { key: string },
    @Query({ schema: addEvidenceFile.query }) { name }: { name: string },
    @Req() request: FastifyRequest,
  ): Promise<Evidence> {
    return this.files.add(caller, key, name, request.rawBody ?? Buffer.alloc(0));
  }

  @Endpoint(readEvidenceFile)
  async read(
    @Caller() caller: MemberCaller,
    @Param({ schema: readEvidenceFile.params }) { key, id }: { key: string; id: string },
    @Query({ schema: readEvidenceFile.query }) _query: object,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, mediaType, data } = await this.files.read(caller, key, id);
    void reply
      .headers({
        'content-type': mediaType,
        'content-disposition': `attachment; filename*=UTF-8''${spelledOut(name)}`,
        'x-content-type-options': 'nosniff',
      })
      .send(data);
  }
}

/** A name as RFC 8187 writes it. */
function spelledOut(name: string): string {
  return encodeURIComponent(name.replace(/[\\/]/g, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
