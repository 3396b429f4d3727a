import type { ToolKind } from '../taxonomy/values/tool.js';

/** What must be known to write a tool's configuration. */
export interface ToolAddress {
  /** Where this installation is reached, without a trailing slash. */
  installation: string;
  /** Slug of the source. */
  slug: string;
  /** The key of the tool; a placeholder where it is no longer known. */
  apiKey: string;
  /** Names of the series that are wanted, `*` for anything; none = all. */
  seriesNames?: readonly string[];
}

/** What is to be pasted into a tool, and where. */
export interface ToolSetup {
  /** Where the tool pushes to. */
  url: string;
  /** Name of the file or place. */
  where: string;
  text: string;
}

/** The exact configuration of each kind of tool. */
export function toolSetup(kind: ToolKind, address: ToolAddress): ToolSetup {
  const url = `${address.installation}${pathOf(kind, address.slug)}`;
  return { url, ...setups[kind]({ ...address, url }) };
}

function pathOf(kind: ToolKind, slug: string): string {
  switch (kind) {
    case 'alertmanager':
    case 'grafana':
      return `/ingest/${slug}/alertmanager`;
    case 'prometheus':
      return `/ingest/${slug}/prometheus/write`;
    case 'otlp':
      return `/ingest/${slug}/otlp`;
    case 'webhook':
      return `/ingest/${slug}/webhook`;
    case 'promptfoo':
      return `/ingest/${slug}/promptfoo`;
    case 'cloudevents':
      return `/ingest/${slug}/cloudevents`;
    case 'pagerduty':
      return '/v2/enqueue';
    case 'api':
      return '/api/v1/signals';
  }
}

type Writer = (address: ToolAddress & { url: string }) => Omit<ToolSetup, 'url'>;

const setups: Record<ToolKind, Writer> = {
  alertmanager: ({ url, apiKey }) => ({
    where: 'alertmanager.yml',
    text: `route:
  receiver: plumbline
  group_by: [alertname]
  group_wait: 10s
  group_interval: 1m
receivers:
  - name: plumbline
    webhook_configs:
      - url: ${url}
        send_resolved: true
        http_config:
          authorization:
            credentials: ${apiKey}
`,
  }),
  grafana: ({ url, apiKey }) => ({
    where: 'provisioning/alerting/plumbline.yaml',
    text: `apiVersion: 1
contactPoints:
  - orgId: 1
    name: Plumbline
    receivers:
      - uid: plumbline
        type: webhook
        settings:
          url: ${url}
          httpMethod: POST
          authorization_scheme: Bearer
          authorization_credentials: ${apiKey}
`,
  }),
  prometheus: ({ url, apiKey, seriesNames = [] }) => ({
    where: 'prometheus.yml',
    text: `remote_write:
  - url: ${url}
    authorization:
      credentials: ${apiKey}
${keepOnly(seriesNames)}`,
  }),
  otlp: ({ url, apiKey }) => ({
    where: 'Environment of your program',
    text: `OTEL_EXPORTER_OTLP_ENDPOINT=${url}
OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
OTEL_EXPORTER_OTLP_COMPRESSION=gzip
OTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer%20${apiKey}
`,
  }),
  webhook: ({ url, apiKey }) => ({
    where: 'Terminal',
    text: `curl ${url} \\
  -H "Authorization: Bearer ${apiKey}" \\
  -H "Content-Type: application/json" \\
  -d '{"id": "judge-drift", "title": "Judge score drifts", "status": "firing"}'
`,
  }),
  promptfoo: ({ url, apiKey }) => ({
    where: 'Terminal',
    text: `promptfoo eval -o results.json
curl ${url} \\
  -H "Authorization: Bearer ${apiKey}" \\
  -H "Content-Type: application/json" \\
  --data-binary @results.json
# A report or hit log of garak, a log of Inspect (JSON), or query_range of Prometheus:
# the same with ${url.replace(/promptfoo$/, 'results')}; ?dryRun=true only says what it would become.
`,
  }),
  cloudevents: ({ url, apiKey }) => ({
    where: 'Terminal',
    text: `curl ${url} \\
  -H "Authorization: Bearer ${apiKey}" \\
  -H "Content-Type: application/cloudevents+json" \\
  -d '{"specversion": "1.0", "id": "1", "source": "/training/judge", "type": "org.example.drift",
       "data": {"title": "Judge score drifts", "severity": "warning"}}'
`,
  }),
  pagerduty: ({ url, apiKey }) => ({
    where: 'Terminal',
    text: `curl ${url} \\
  -H "Content-Type: application/json" \\
  -d '{"routing_key": "${apiKey}", "event_action": "trigger", "dedup_key": "judge-drift",
       "payload": {"summary": "Judge score drifts", "source": "training", "severity": "warning"}}'
`,
  }),
  api: ({ url, apiKey, slug }) => ({
    where: 'Terminal',
    text: `curl ${url} \\
  -H "Authorization: Bearer ${apiKey}" \\
  -H "Content-Type: application/json" \\
  -d '{"source": "${slug}", "title": "Judge score drifts", "dedupKey": "judge-drift"}'
`,
  }),
};

/** What is not wanted need not be sent: the tool drops it before. */
function keepOnly(names: readonly string[]): string {
  if (names.length === 0) return '';
  const pattern = names
    .map((name) => name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*'))
    .join('|');
  return `    write_relabel_configs:
      - source_labels: [__name__]
        regex: '${pattern}'
        action: keep
`;
}
