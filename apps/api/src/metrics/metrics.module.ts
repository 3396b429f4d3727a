import { Module } from '@nestjs/common';
import { SystemsModule } from '../systems/systems.module.js';
import { ExternalIdsQueries } from './external-ids.queries.js';
import { HeldOut } from './held-out.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsQueries } from './metrics.queries.js';
import { MetricsService } from './metrics.service.js';
import { ObservationsController } from './observations.controller.js';
import { ObservationsQueries } from './observations.queries.js';
import { ObservationsService } from './observations.service.js';
import { ChangedPairs } from './changed-pairs.js';
import { ChangedPairsQueries } from './changed-pairs.queries.js';
import { PairSeriesQueries } from './pair-series.queries.js';
import { PairSeriesService } from './pair-series.service.js';
import { PairsController } from './pairs.controller.js';
import { PairsQueries } from './pairs.queries.js';
import { PairsService } from './pairs.service.js';
import { Partitions } from './partitions.js';

/** Metrics, the pairs they form, and their values. */
@Module({
  imports: [SystemsModule],
  controllers: [MetricsController, PairsController, ObservationsController],
  providers: [
    MetricsQueries,
    MetricsService,
    PairsQueries,
    PairsService,
    ChangedPairs,
    ChangedPairsQueries,
    PairSeriesQueries,
    PairSeriesService,
    ObservationsQueries,
    ExternalIdsQueries,
    ObservationsService,
    HeldOut,
    Partitions,
  ],
  exports: [MetricsService, PairsService, ChangedPairs, ObservationsService, HeldOut],
})
export class MetricsModule {}
