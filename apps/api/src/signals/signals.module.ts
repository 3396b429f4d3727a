import { Module } from '@nestjs/common';
import { SignalsQueries } from './signals.queries.js';
import { SignalsService } from './signals.service.js';

/** What tools report: its life, from the first firing to the end and beyond. */
@Module({ providers: [SignalsQueries, SignalsService], exports: [SignalsService] })
export class SignalsModule {}
