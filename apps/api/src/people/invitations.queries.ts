import { Injectable } from '@nestjs/common';
import type { Invitation } from '@plumbline/shared/contract/invitation';
import type { WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';

/** An invitation as the holder of its link meets it. */
export interface OpenDoor {
  workspaceId: string;
  workspaceName: string;
  id: string;
  email: string;
  role: WorkspaceRole;
  teamIds: string[];
  invitedBy: string;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

const invitationRow = `
  SELECT i.id, i.email, i.role, i.team_ids AS "teamIds", jsonb_build_object('id', p.id, 'name', p.name) AS "invitedBy",
         i.created_at AS "createdAt", i.expires_at AS "expiresAt"
    FROM invitation i JOIN person p ON p.id = i.invited_by`;

@Injectable()
export class InvitationsQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async open(workspaceId: string, at: Date): Promise<Invitation[]> {
    const rows = await this.database.query<Invitation>(
      `${invitationRow}
        WHERE i.workspace_id = $1 AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > $2
        ORDER BY i.id DESC`,
      [workspaceId, at],
    );
    return rows.map((row) => isoTimes(row));
  }

  async byId(workspaceId: string, id: string): Promise<Invitation | null> {
    const row = await this.database.first<Invitation>(
      `${invitationRow} WHERE i.workspace_id = $1 AND i.id = $2`,
      [workspaceId, id],
    );
    return row && isoTimes(row);
  }

  /** @param lock holds the row until the transaction ends, so that one link is accepted once */
  async byHash(hash: Buffer, lock: boolean): Promise<OpenDoor | null> {
    return this.database.first<OpenDoor>(
      `SELECT i.workspace_id AS "workspaceId", w.name AS "workspaceName", i.id, i.email, i.role,
              i.team_ids AS "teamIds", p.name AS "invitedBy", i.expires_at AS "expiresAt",
              i.accepted_at AS "acceptedAt", i.revoked_at AS "revokedAt"
         FROM credential c
         JOIN workspace w ON w.id = c.workspace_id
         JOIN invitation i ON i.workspace_id = c.workspace_id AND i.id = c.subject_id
         JOIN person p ON p.id = i.invited_by
        WHERE c.hash = $1 AND c.kind = 'invitation' ${lock ? 'FOR UPDATE OF i' : ''}`,
      [hash],
    );
  }

  async insert(
    workspaceId: string,
    invitation: Omit<Invitation, 'invitedBy' | 'createdAt' | 'expiresAt'> & {
      hash: Buffer;
      invitedBy: string;
      createdAt: Date;
      expiresAt: Date;
    },
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO invitation (workspace_id, id, email, role, team_ids, invited_by, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        workspaceId,
        invitation.id,
        invitation.email,
        invitation.role,
        invitation.teamIds,
        invitation.invitedBy,
        invitation.createdAt,
        invitation.expiresAt,
      ],
    );
    await this.database.query(
      `INSERT INTO credential (hash, kind, workspace_id, subject_id) VALUES ($1, 'invitation', $2, $3)`,
      [invitation.hash, workspaceId, invitation.id],
    );
  }

  async accepted(workspaceId: string, id: string, at: Date): Promise<void> {
    await this.database.query('UPDATE invitation SET accepted_at = $3 WHERE workspace_id = $1 AND id = $2', [
      workspaceId,
      id,
      at,
    ]);
  }

  /** @returns whether it was open */
  async revoke(workspaceId: string, id: string, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE invitation SET revoked_at = $3
        WHERE workspace_id = $1 AND id = $2 AND accepted_at IS NULL AND revoked_at IS NULL RETURNING id`,
      [workspaceId, id, at],
    );
    return rows.length > 0;
  }

  /** Revokes what is still open for an address. @returns the ids */
  async revokeFor(workspaceId: string, email: string, at: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `UPDATE invitation SET revoked_at = $3
        WHERE workspace_id = $1 AND lower(email) = lower($2) AND accepted_at IS NULL AND revoked_at IS NULL
        RETURNING id`,
      [workspaceId, email, at],
    );
    return rows.map(({ id }) => id);
  }
}
