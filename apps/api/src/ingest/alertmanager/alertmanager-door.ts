import { readJson } from '../../platform/http/json-body.js';
import { megabyte, type Door } from '../door.js';
import { translateAlertmanager } from './translate-alertmanager.js';

/** Notifications of Alertmanager and of Grafana's alerting. */
export const alertmanagerDoor: Door = {
  name: 'alertmanager',
  scope: 'signals:write',
  most: 4 * megabyte,
  translate: ({ body }) => translateAlertmanager(readJson(body)),
  sample: (now) => ({ contentType: 'application/json', body: Buffer.from(JSON.stringify(sample(now))) }),
};

function sample(now: Date): object {
  const startsAt = new Date(now.getTime() - 60_000).toISOString();
  return {
    version: '4',
    groupKey: '{}:{alertname="PlumblineTest"}',
    status: 'firing',
    receiver: 'plumbline',
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'PlumblineTest', severity: 'warning' },
        annotations: { summary: 'A test from Plumbline', description: 'Nothing is wrong.' },
        startsAt,
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: 'http://prometheus.example:9090/graph',
        fingerprint: '0123456789abcdef',
      },
    ],
  };
}
