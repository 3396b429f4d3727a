import { Injectable } from '@nestjs/common';
import type { Finding } from '@plumbline/shared/contract/divergence';
import { ActivityService } from '../activity/activity.service.js';
import { detectorCaller } from '../divergence/detector-caller.js';
import { FindingsService } from '../divergence/findings.service.js';
import { PairsService } from '../metrics/pairs.service.js';
import { Database } from '../platform/database/database.js';
import { draftFromFinding } from './finding-draft.js';
import { IncidentService } from './incident.service.js';

/** Brings alarms before people. */
@Injectable()
export class FindingTakerService {
  constructor(
    private readonly database: Database,
    private readonly findings: FindingsService,
    private readonly pairs: PairsService,
    private readonly incidents: IncidentService,
    private readonly activity: ActivityService,
  ) {}

  /** Takes up the alarms that wait the longest. Two processes never take the same one. @returns how many */
  async takeUp(most: number): Promise<number> {
    const waiting = await this.findings.waiting(most);
    for (const { workspaceId, finding } of waiting) {
      const incidentId = (await this.join(workspaceId, finding)) ?? (await this.open(workspaceId, finding));
      await this.findings.takeUp(workspaceId, finding.id, incidentId);
    }
    return waiting.length;
  }

  /** The newest incident of the pair that is not done with. @returns its id, null when there is none */
  private async join(workspaceId: string, finding: Finding): Promise<string | null> {
    const open = await this.database.first<{ id: string; number: number }>(
      `SELECT i.id, i.number FROM incident_pair x
         JOIN incident i ON i.workspace_id = x.workspace_id AND i.id = x.incident_id
        WHERE x.workspace_id = $1 AND x.pair_id = $2
          AND (i.triage_state IN ('pending', 'snoozed')
               OR i.triage_state = 'accepted' AND i.status NOT IN ('resolved', 'closed'))
          AND i.record_kind NOT IN ('drill', 'reference')
        ORDER BY i.reported_at DESC, i.id DESC LIMIT 1`,
      [workspaceId, finding.pairId],
    );
    if (!open) return null;
    await this.activity.record(detectorCaller(workspaceId), {
      verb: 'incident.divergence_joined',
      subjectKind: 'incident',
      subjectId: open.id,
      payload: {
        key: `INC-${open.number}`,
        findingId: finding.id,
        pairId: finding.pairId,
        at: finding.at,
        onsetAt: finding.onsetAt,
        mode: finding.mode,
      },
    });
    return open.id;
  }

  private async open(workspaceId: string, finding: Finding): Promise<string> {
    const caller = detectorCaller(workspaceId);
    const pair = await this.pairs.find(caller, finding.pairId);
    const system = await this.database.first<{ example: boolean }>(
      'SELECT example FROM ai_system WHERE workspace_id = $1 AND id = $2',
      [workspaceId, pair.systemId],
    );
    const incident = await this.incidents.log(caller, draftFromFinding(finding, pair), {
      source: { kind: 'detector', name: pair.name },
      example: system?.example ?? false,
    });
    return incident.id;
  }
}
