import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { EffectQueries } from './effect.queries.js';
import { EffectService } from './effect.service.js';
import { MitigationsController } from './mitigations.controller.js';
import { MitigationsQueries } from './mitigations.queries.js';
import { MitigationsService } from './mitigations.service.js';

/** Mitigations: what is done about incidents, and whether it helps. */
@Module({
  imports: [MetricsModule, IncidentsModule],
  controllers: [MitigationsController],
  providers: [MitigationsService, MitigationsQueries, EffectService, EffectQueries],
  exports: [MitigationsService],
})
export class MitigationsModule {}
