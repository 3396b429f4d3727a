import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { SystemsModule } from '../systems/systems.module.js';
import { RmfBoardQueries } from './rmf-board.queries.js';
import { RmfMappingsService } from './rmf-mappings.service.js';
import { RmfStatementsService } from './rmf-statements.service.js';
import { RmfController } from './rmf.controller.js';

/** NIST AI RMF: what incidents and systems say about each subcategory. */
@Module({
  imports: [IncidentsModule, SystemsModule],
  controllers: [RmfController],
  providers: [RmfMappingsService, RmfStatementsService, RmfBoardQueries],
  exports: [RmfMappingsService, RmfStatementsService],
})
export class RmfModule {}
