import { readJson } from '../../platform/http/json-body.js';
import { megabyte, type Door } from '../door.js';
import { translateCloudEvents } from './translate-cloudevents.js';

/** CloudEvents in their JSON form; what comes in headers is brought into it before. */
export const cloudEventsDoor: Door = {
  name: 'cloudevents',
  scope: 'signals:write',
  most: 4 * megabyte,
  translate: ({ body }) => translateCloudEvents(readJson(body)),
  sample: (now) => ({
    contentType: 'application/cloudevents+json',
    body: Buffer.from(
      JSON.stringify({
        specversion: '1.0',
        id: 'test-1',
        source: '/plumbline/test',
        type: 'org.example.drift',
        time: now.toISOString(),
        data: { title: 'A test from Plumbline', severity: 'warning' },
      }),
    ),
  }),
};
