import { z } from 'zod';
import { rmfAssessment } from '../taxonomy/values/mitigation.js';
import { valuesOf } from '../taxonomy/values.js';
import { exampleIncident } from './incident-example.js';
import { IncidentFilter } from './incident-list.js';
import { Incident } from './incident-record.js';
import { Flag } from './primitives.js';
import { route } from './route.js';

/** The forms of an export, by what they are called in its address. */
export const exportFormat = { csv: 'CSV', json: 'JSON' } as const;
export type ExportFormat = keyof typeof exportFormat;

/** The very filter of a list, and the form of the file. A page names its workspace in the address of a download. */
export const IncidentExportQuery = z.object({
  ...IncidentFilter.shape,
  format: z.enum(valuesOf(exportFormat)).default('csv'),
  /** The example story stays out, unless this says `true` or the filter asks for it. */
  withExample: Flag.optional(),
  workspace: z.string().max(100).optional(),
});
export type IncidentExportQuery = z.infer<typeof IncidentExportQuery>;

/** An incident as an export gives it: the whole record, what was done about it, and how it maps to NIST AI RMF. */
export const ExportedIncident = z.object({
  ...Incident.omit({ may: true }).shape,
  mitigations: z.array(
    z.object({ title: z.string(), approach: z.string().nullable(), stage: z.string(), status: z.string() }),
  ),
  rmf: z.array(z.object({ subcategory: z.string(), assessment: z.enum(valuesOf(rmfAssessment)) })),
});
export type ExportedIncident = z.infer<typeof ExportedIncident>;

export const exportIncidents = route('GET /incidents/export', {
  summary: 'Export the incidents of a filter as a file',
  description:
    'CSV (one row an incident; several values in a cell are separated by "; "; cells that a spreadsheet would take for a ' +
    'formula begin with an apostrophe) or JSON (`{ "exportedAt", "items" }`, each item the whole record). Newest first, ' +
    'without a limit, sent as it is read. The example story stays out unless `withExample=true`.',
  tag: 'Incidents',
  access: { role: 'viewer', scope: 'incidents:read' },
  query: IncidentExportQuery,
  success: { status: 200, body: null, file: ['text/csv', 'application/json'] },
  example: {
    query: { state: 'accepted', format: 'csv' },
    response: `key,title,severity\r\n${exampleIncident.key},${exampleIncident.title},${exampleIncident.severity}\r\n`,
  },
});
