import { Module } from '@nestjs/common';
import { IncidentController } from './incident.controller.js';
import { IncidentMovesService } from './incident-moves.service.js';
import { IncidentTalkController } from './incident-talk.controller.js';
import { IncidentTalkService } from './incident-talk.service.js';
import { IncidentService } from './incident.service.js';

/** Incidents: logged, edited, moved through their life, talked about, found. */
@Module({
  controllers: [IncidentController, IncidentTalkController],
  providers: [IncidentService, IncidentMovesService, IncidentTalkService],
  exports: [IncidentService, IncidentMovesService, IncidentTalkService],
})
export class IncidentsModule {}
