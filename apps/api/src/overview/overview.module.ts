import { Module } from '@nestjs/common';
import { OverviewController } from './overview.controller.js';
import { OverviewService } from './overview.service.js';
import { ScrapeController } from './scrape.controller.js';
import { ScrapeQueries } from './scrape.queries.js';

/** What all incidents together say. */
@Module({ controllers: [OverviewController, ScrapeController], providers: [OverviewService, ScrapeQueries] })
export class OverviewModule {}
