import { Module } from '@nestjs/common';
import { ChangesController } from './changes.controller.js';
import { ChangeStreams } from './change-streams.service.js';

/** What happens while somebody looks: changes as they are committed. */
@Module({ controllers: [ChangesController], providers: [ChangeStreams] })
export class LiveModule {}
