import { Global, Module } from '@nestjs/common';
import { ActivityService } from './activity.service.js';
import { Edits } from './edits.js';

@Global()
@Module({ providers: [ActivityService, Edits], exports: [ActivityService, Edits] })
export class ActivityModule {}
