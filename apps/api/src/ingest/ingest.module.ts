import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SignalsModule } from '../signals/signals.module.js';
import { AlertmanagerController } from './alertmanager/alertmanager.controller.js';
import { CloudEventsController } from './cloudevents/cloudevents.controller.js';
import { OtlpController } from './otlp/otlp.controller.js';
import { PagerdutyController } from './pagerduty/pagerduty.controller.js';
import { PromptfooController } from './promptfoo/promptfoo.controller.js';
import { RemoteWriteController } from './prometheus/remote-write.controller.js';
import { ResultsController } from './results/results.controller.js';
import { OfferedSeriesService } from './series/offered-series.service.js';
import { SeriesIntake } from './series/series-intake.service.js';
import { SeriesQueries } from './series/series.queries.js';
import { WebhookController } from './webhook/webhook.controller.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { DeliveriesService } from './deliveries.service.js';
import { DoorCallers } from './door-callers.service.js';
import { ForgetBodies } from './forget-bodies.job.js';
import { IngestFigures } from './ingest-figures.js';
import { Intake } from './intake.service.js';
import { PythonClientController } from './client/python-client.controller.js';
import { OwnSignalsController } from './own/own-signals.controller.js';
import { OwnSignalsService } from './own/own-signals.service.js';
import { RateGate } from './rate-gate.js';
import { RateGuard } from './rate.guard.js';
import { Reception } from './reception.service.js';
import { SourcesController } from './sources.controller.js';
import { SourcesQueries } from './sources.queries.js';
import { SourcesService } from './sources.service.js';

/** The doors that tools push through, and the sources behind them. */
@Module({
  imports: [PeopleModule, MetricsModule, SignalsModule, IncidentsModule],
  controllers: [
    SourcesController,
    OwnSignalsController,
    PythonClientController,
    AlertmanagerController,
    CloudEventsController,
    OtlpController,
    PagerdutyController,
    PromptfooController,
    RemoteWriteController,
    ResultsController,
    WebhookController,
  ],
  providers: [
    DeliveriesQueries,
    DeliveriesService,
    DoorCallers,
    ForgetBodies,
    IngestFigures,
    Intake,
    OwnSignalsService,
    OfferedSeriesService,
    RateGate,
    RateGuard,
    Reception,
    SeriesIntake,
    SeriesQueries,
    SourcesQueries,
    SourcesService,
  ],
})
export class IngestModule {}
