import { Problem } from '../../platform/problem/problem.js';
import { megabyte, type Door } from '../door.js';
import { decodeWriteRequest } from './decode-write-request.js';

/** Values that Prometheus, and whatever speaks as it does, writes: remote write 1.0. */
export const remoteWriteDoor: Door = {
  name: 'remote_write',
  answers: 204,
  scope: 'observations:write',
  most: 8 * megabyte,
  translate: ({ body, contentType }) => {
    refuseSecond(contentType);
    return { signals: [], points: [], series: decodeWriteRequest(body), left: [] };
  },
};

/** Read as 1.0 a body of 2.0 holds nothing at all: nobody would ever notice. */
function refuseSecond(contentType: string): void {
  const proto = /;\s*proto=([\w.]+)/.exec(contentType)?.[1];
  if (proto === undefined || proto === 'prometheus.writerequest') return;
  throw new Problem(
    'request/unsupported-type',
    'This takes remote write 1.0 (prometheus.WriteRequest). Leave "protobuf_message" out of the configuration.',
  );
}
