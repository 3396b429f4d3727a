import { Module } from '@nestjs/common';
import { MetricsModule } from '../metrics/metrics.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { AuditTasksService } from './audit-tasks.service.js';
import { CatchUp } from './catch-up.job.js';
import { DetectorThreads } from './detector-threads.js';
import { DivergenceController } from './divergence.controller.js';
import { DivergenceFigures } from './divergence-figures.js';
import { DivergenceQueries } from './divergence.queries.js';
import { DivergenceService } from './divergence.service.js';
import { FindingsQueries } from './findings.queries.js';
import { FindingsService } from './findings.service.js';
import { MovedWithQueries } from './moved-with.queries.js';
import { PairCatchUpService } from './pair-catch-up.service.js';
import { PairTrialsService } from './pair-trials.service.js';
import { PairWatchQueries } from './pair-watch.queries.js';
import { RunChecksQueries } from './run-checks.queries.js';
import { RunChecksService } from './run-checks.service.js';
import { WatchedPairQueries } from './watched-pair.queries.js';

/** The detector at work: it catches up with what is measured, says what it found, and is judged. */
@Module({
  imports: [TasksModule, MetricsModule],
  controllers: [DivergenceController],
  providers: [
    AuditTasksService,
    CatchUp,
    DetectorThreads,
    DivergenceFigures,
    DivergenceQueries,
    DivergenceService,
    FindingsQueries,
    FindingsService,
    MovedWithQueries,
    PairCatchUpService,
    PairTrialsService,
    PairWatchQueries,
    RunChecksQueries,
    RunChecksService,
    WatchedPairQueries,
  ],
  exports: [FindingsService, PairTrialsService],
})
export class DivergenceModule {}
