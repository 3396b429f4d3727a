import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { ChangesController } from './changes.controller.js';
import { ChangeStreams } from './change-streams.service.js';
import { PresenceController } from './presence.controller.js';
import { PresenceService } from './presence.service.js';

/** What happens while somebody looks: changes as they are committed, and who else looks. */
@Module({
  imports: [IncidentsModule],
  controllers: [ChangesController, PresenceController],
  providers: [ChangeStreams, PresenceService],
})
export class LiveModule {}
