import type { ApiKeyScope } from '@plumbline/shared/taxonomy/values';
import type { SourceAtDoor } from './sources.queries.js';
import type { Translated, Unpacked } from './translated.js';

/** One way in: how what comes through it is read. */
export interface Door {
  /** As deliveries name it. */
  name: string;
  /** What a key needs to come in here. */
  scope: ApiKeyScope;
  /** Status of the answer once everything is stored; 202 unless said. */
  answers?: number;
  /** Most bytes, packed and unpacked. */
  most: number;
  /** Reads what came; pure. @throws Problem for what is not of this kind */
  translate(unpacked: Unpacked, source: Pick<SourceAtDoor, 'settings' | 'kind'>): Translated;
  /** A body as the tool would send it now, to test with; absent where it depends on what is measured. */
  sample?(now: Date): Unpacked;
}

export const megabyte = 1024 * 1024;
