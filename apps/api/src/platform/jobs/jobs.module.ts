import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FreeJobs } from './free-jobs.job.js';
import { JobFigures } from './job-figures.js';
import { JobList } from './job-list.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';
import { JobsQueries } from './jobs.queries.js';
import { PoolLocks } from './pool-locks.js';

/** Work beside the requests. A feature's jobs are providers of its own module. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [FreeJobs, JobFigures, JobList, JobRunner, Jobs, JobsQueries, PoolLocks],
  exports: [Jobs],
})
export class JobsModule {}
