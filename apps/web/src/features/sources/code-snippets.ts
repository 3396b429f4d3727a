/** A way to talk to Plumbline from code, ready to paste. */
export interface Snippet {
  value: string;
  label: string;
  /** What it does and needs. */
  about: string;
  code: string;
}

/** The examples with somebody's own address in them. @param key a key, or what stands in its place */
export function codeSnippets(address: string, key: string): Snippet[] {
  return [
    {
      value: 'curl',
      label: 'curl',
      about: 'Logs an incident, then sends two values. The same values again change nothing.',
      code: curl(address, key),
    },
    {
      value: 'python',
      label: 'Python',
      about:
        'One file without dependencies. It never blocks or fails the script: values wait in a queue and are sent in the background, tried again, and sent out at exit.',
      code: python(address, key),
    },
    {
      value: 'notebook',
      label: 'Notebook',
      about: 'Paste it into a cell. What is logged with “wait” gives back its key.',
      code: notebook(address, key),
    },
    {
      value: 'transformers',
      label: 'Transformers, TRL',
      about:
        'A callback for any trainer of Transformers or TRL: name on the left what the trainer logs, on the right the metric and, for shares, how many items it is taken over.',
      code: transformers(address, key),
    },
    {
      value: 'typescript',
      label: 'TypeScript',
      about: 'Types come from the OpenAPI description of this installation.',
      code: typescript(address, key),
    },
  ];
}

const curl = (address: string, key: string) => `export PLUMBLINE_KEY=${key}

curl ${address}/api/v1/incidents \\
  -H "Authorization: Bearer $PLUMBLINE_KEY" -H "Content-Type: application/json" \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -d '{"title": "Answers get longer, not better"}'

curl ${address}/api/v1/observations \\
  -H "Authorization: Bearer $PLUMBLINE_KEY" -H "Content-Type: application/json" \\
  -d '{"points": [
    {"metric": "watch_time", "at": "2026-11-19T00:00:00Z", "value": 12.4},
    {"metric": "worth_it", "at": "2026-11-19T00:00:00Z", "value": 0.59, "n": 200}
  ]}'`;

const python = (address: string, key: string) => `# curl -O ${address}/client/plumbline.py
import plumbline

plumbline.configure(key="${key}")  # or set PLUMBLINE_KEY

plumbline.start_run("assistant", "grpo-7")
for step in range(0, 1000, 50):
    ...
    plumbline.observe("grpo-7", step, reward=0.61, win_rate=(0.48, 200), kl=0.03)

plumbline.log("Reward rises while answers get worse", tags=["grpo-7"])`;

const notebook = (address: string, key: string) => `from urllib.request import urlretrieve
urlretrieve("${address}/client/plumbline.py", "plumbline.py")

import plumbline
plumbline.configure(key="${key}")

plumbline.observe(worth_it=(118 / 200, 200), environment="production")  # an audit, of now
plumbline.log("Answers get longer, not better", wait=10,
              intended_goal="Short answers that help.",
              observed_behaviour="Padding, praised by the judge.")`;

const transformers = (address: string, key: string) => `# curl -O ${address}/client/plumbline.py
import plumbline

plumbline.configure(key="${key}")

trainer = GRPOTrainer(
    ...,
    callbacks=[
        plumbline.PlumblineCallback(
            run="grpo-7",
            system="assistant",
            metrics={"reward": "rm_score", "eval_win_rate": ("win_rate", 200)},
        )
    ],
)
trainer.train()`;

const typescript = (
  address: string,
  key: string,
) => `// npm install openapi-fetch && npm install -D openapi-typescript
// npx openapi-typescript ${address}/api/openapi.json -o plumbline.ts
import createClient from 'openapi-fetch';
import type { paths } from './plumbline';

const plumbline = createClient<paths>({
  baseUrl: '${address}',
  headers: { authorization: \`Bearer \${process.env.PLUMBLINE_KEY ?? '${key}'}\` },
});

const { data, error } = await plumbline.POST('/api/v1/observations', {
  body: { points: [{ metric: 'watch_time', at: new Date().toISOString(), value: 12.4 }] },
});
if (error) console.error(error.detail);
else console.log(data.accepted);`;
