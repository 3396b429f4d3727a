import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { ClocksController } from './clocks.controller.js';
import { ClocksQueries } from './clocks.queries.js';
import { ClocksService } from './clocks.service.js';
import { DutyProposalsService } from './duty-proposals.service.js';

/** Duties to report incidents, and the clocks that run for them. */
@Module({
  imports: [IncidentsModule],
  controllers: [ClocksController],
  providers: [ClocksQueries, ClocksService, DutyProposalsService],
  exports: [ClocksService],
})
export class DutiesModule {}
