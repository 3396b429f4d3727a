import { Module } from '@nestjs/common';
import { DivergenceModule } from '../divergence/divergence.module.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SignalsModule } from '../signals/signals.module.js';
import { SystemsModule } from '../systems/systems.module.js';
import { AlertsController } from './alerts.controller.js';
import { AlertUptake } from './alert-uptake.service.js';
import { ChecksController } from './checks.controller.js';
import { ChecksService } from './checks.service.js';
import { EvidenceFilesController } from './evidence-files.controller.js';
import { EvidenceFiles } from './evidence-files.service.js';
import { FindingTakerService } from './finding-taker.service.js';
import { IncidentController } from './incident.controller.js';
import { IncidentMovesService } from './incident-moves.service.js';
import { IncidentOriginals } from './incident-originals.service.js';
import { IncidentQueueService } from './incident-queue.service.js';
import { IncidentSnoozes } from './incident-snoozes.service.js';
import { IncidentExportController } from './incident-export.controller.js';
import { IncidentTalkController } from './incident-talk.controller.js';
import { IncidentTalkService } from './incident-talk.service.js';
import { IncidentUndoService } from './incident-undo.service.js';
import { IncidentService } from './incident.service.js';
import { LogDraftsController } from './log-drafts.controller.js';
import { TakeUpFindings } from './take-up-findings.job.js';

/** Incidents: logged, edited, moved through their life, talked about, found. */
@Module({
  imports: [DivergenceModule, MetricsModule, PeopleModule, SignalsModule, SystemsModule],
  controllers: [
    AlertsController,
    IncidentExportController,
    IncidentController,
    IncidentTalkController,
    EvidenceFilesController,
    LogDraftsController,
    ChecksController,
  ],
  providers: [
    AlertUptake,
    ChecksService,
    EvidenceFiles,
    FindingTakerService,
    IncidentService,
    IncidentMovesService,
    IncidentOriginals,
    IncidentQueueService,
    IncidentSnoozes,
    IncidentTalkService,
    IncidentUndoService,
    TakeUpFindings,
  ],
  exports: [
    AlertUptake,
    IncidentService,
    IncidentMovesService,
    IncidentQueueService,
    IncidentSnoozes,
    IncidentTalkService,
    IncidentUndoService,
  ],
})
export class IncidentsModule {}
