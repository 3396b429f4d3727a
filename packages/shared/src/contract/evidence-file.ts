import { z } from 'zod';
import { IncidentKey } from './incident-record.js';
import { Evidence } from './incident-talk.js';
import { Id, text } from './primitives.js';
import { route } from './route.js';

const tag = 'Incidents';

/** Largest file that is kept, in bytes. */
export const mostFileBytes = 10 * 1024 * 1024;

/** A browser that follows a link or shows a picture sends no headers of its own: it names the workspace here. */
const OfWorkspace = z.object({ workspace: z.string().max(100).optional() });

const example: z.input<typeof Evidence> = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a16',
  kind: 'file',
  title: 'gap-in-november.png',
  content: '',
  file: {
    mediaType: 'image/png',
    size: 48_213,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  addedBy: 'Hana Sato',
  addedAt: '2026-11-20T09:16:00.000Z',
  mine: true,
  from: null,
};
const at = { key: 'INC-158' };

export const addEvidenceFile = route('POST /incidents/:key/evidence/files', {
  summary: 'Add a file as evidence, of at most 10 MB',
  description:
    'The body is the file itself, byte by byte. What it is, is told from its content: pictures (PNG, JPEG, GIF, WebP, ' +
    'AVIF), PDF, text in UTF-8 (CSV, JSON, logs, code), ZIP, gzip and Parquet are kept. Removing the evidence removes the file for good.',
  tag,
  access: { role: 'reporter', scope: 'incidents:write' },
  params: z.object({ key: IncidentKey }),
  query: z.object({ name: text(200) }),
  rawBody: true,
  bodyLimit: mostFileBytes,
  success: { status: 201, body: Evidence },
  idempotent: true,
  example: { params: at, query: { name: 'gap-in-november.png' }, response: example },
});

export const readEvidenceFile = route('GET /incidents/:key/evidence/:id/file', {
  summary: 'Download a file of an incident',
  description: 'Sent as an attachment, never to be shown by itself.',
  tag,
  access: { role: 'viewer', scope: 'incidents:read' },
  params: z.object({ key: IncidentKey, id: Id }),
  query: OfWorkspace,
  success: { status: 200, body: null, file: ['application/octet-stream'] },
  example: { params: { ...at, id: example.id }, response: 'the bytes of the file' },
});

export const evidenceFileRoutes = [addEvidenceFile, readEvidenceFile] as const;
