import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, Reflector } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthController } from './health/health.controller.js';
import { WebPages } from './http/web-pages.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { JobsModule } from './jobs/jobs.module.js';
import { Bell } from './live/bell.js';
import { LOGGER, type Logger } from './log.js';
import { MailSender } from './mail/mail-sender.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { Outbound } from './outbound/outbound.js';
import { ProblemFilter } from './problem/problem.filter.js';

/** The plumbing: everything that knows no word of the domain. */
@Global()
@Module({
  imports: [DatabaseModule, JobsModule],
  controllers: [HealthController, MetricsController, OpenApiController],
  providers: [
    Bell,
    Clock,
    MailSender,
    Metrics,
    Outbound,
    WebPages,
    { provide: APP_FILTER, useClass: ProblemFilter },
    // The serializer stands outside: what idempotency keeps and replays passes through it every time.
    {
      provide: APP_INTERCEPTOR,
      inject: [Reflector],
      useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
    },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [Bell, Clock, MailSender, Metrics, Outbound],
})
export class PlatformModule {
  static with(config: Config, log: Logger): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: log },
      ],
      exports: [CONFIG, LOGGER],
    };
  }
}
