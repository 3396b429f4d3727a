import { Module, type DynamicModule } from '@nestjs/common';
import { ActivityModule } from './activity/activity.module.js';
import { DivergenceModule } from './divergence/divergence.module.js';
import { DutiesModule } from './duties/duties.module.js';
import { ExampleStoryModule } from './harness/seed/example-story.module.js';
import { IncidentsModule } from './incidents/incidents.module.js';
import { LiveModule } from './live/live.module.js';
import { IngestModule } from './ingest/ingest.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { MitigationsModule } from './mitigations/mitigations.module.js';
import type { Config } from './platform/config.js';
import type { Logger } from './platform/log.js';
import { NotifyModule } from './notify/notify.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { PeopleModule } from './people/people.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { RmfModule } from './rmf/rmf.module.js';
import { SystemsModule } from './systems/systems.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { TriageModule } from './triage/triage.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** The table of contents: each feature may call only those above it. */
@Module({})
export class AppModule {
  static with(config: Config, log: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, log),
        ActivityModule,
        PeopleModule,
        TasksModule,
        SystemsModule,
        MetricsModule,
        DivergenceModule,
        IncidentsModule,
        MitigationsModule,
        RmfModule,
        DutiesModule,
        TriageModule,
        NotifyModule,
        WebhooksModule,
        OverviewModule,
        LiveModule,
        IngestModule,
        ExampleStoryModule,
      ],
    };
  }
}
