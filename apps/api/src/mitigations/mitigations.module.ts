import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MitigationsController } from './mitigations.controller.js';
import { MitigationsQueries } from './mitigations.queries.js';
import { MitigationsService } from './mitigations.service.js';

/** Mitigations: what is done about incidents, and whether it helps. */
@Module({
  imports: [IncidentsModule],
  controllers: [MitigationsController],
  providers: [MitigationsService, MitigationsQueries],
  exports: [MitigationsService],
})
export class MitigationsModule {}
