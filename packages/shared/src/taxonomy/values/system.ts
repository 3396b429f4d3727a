/** AI systems and their metrics: value -> our short label. */

export const systemStage = {
  design: 'Design',
  training: 'Training',
  evaluation: 'Evaluation',
  staging: 'Staging',
  production: 'Production',
  retired: 'Retired',
} as const;
export type SystemStage = keyof typeof systemStage;

export const systemRole = {
  provider: 'Provider',
  deployer: 'Deployer',
  provider_and_deployer: 'Provider and deployer',
} as const;
export type SystemRole = keyof typeof systemRole;

export const riskClass = {
  unassessed: 'Not assessed',
  minimal: 'Minimal risk',
  limited: 'Limited risk',
  high: 'High risk',
  prohibited: 'Prohibited practice',
} as const;
export type RiskClass = keyof typeof riskClass;

export const metricRole = {
  proxy: 'Proxy',
  intent: 'Intent',
  guardrail: 'Guardrail',
  distribution: 'Distribution',
  diagnostic: 'Diagnostic',
} as const;
export type MetricRole = keyof typeof metricRole;

export const metricKind = {
  reward: 'Reward',
  automatic_score: 'Automatic score',
  llm_judge: 'LLM judge',
  human_rating: 'Human rating',
  behavioural: 'Behavioural',
  complaint: 'Complaint',
  business: 'Business',
} as const;
export type MetricKind = keyof typeof metricKind;

export const metricDirection = {
  higher_better: 'Higher is better',
  lower_better: 'Lower is better',
  target_band: 'Target band',
} as const;
export type MetricDirection = keyof typeof metricDirection;

export const metricScale = { proportion: 'Proportion', score: 'Score', unbounded: 'Unbounded' } as const;
export type MetricScale = keyof typeof metricScale;

export const granularity = {
  response: 'One response',
  dialogue: 'A dialogue',
  long_horizon: 'Long horizon',
} as const;
export type Granularity = keyof typeof granularity;

export const basis = { process: 'Process', outcome: 'Outcome' } as const;
export type Basis = keyof typeof basis;

export const evaluationContext = {
  training: 'Training',
  evaluation: 'Evaluation',
  deployment: 'Deployment',
} as const;
export type EvaluationContext = keyof typeof evaluationContext;

export const pairAxis = { time: 'Time', step: 'Step', kl: 'KL divergence' } as const;
export type PairAxis = keyof typeof pairAxis;

export const pairState = {
  draft: 'Draft',
  learning: 'Learning',
  quiet: 'Quiet',
  diverged: 'Diverged',
  overdue: 'Audit overdue',
  no_data: 'No data',
} as const;
export type PairState = keyof typeof pairState;
