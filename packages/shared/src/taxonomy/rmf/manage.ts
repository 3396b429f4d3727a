/** MANAGE: subcategory -> our short label. */
export const manageSubcategories = {
  'MANAGE 1.1': 'Does it meet its purpose: go or stop',
  'MANAGE 1.2': 'Risks are treated in order',
  'MANAGE 1.3': 'High risks have a planned response',
  'MANAGE 1.4': 'Residual risk is documented',
  'MANAGE 2.1': 'Resources, and alternatives without AI',
  'MANAGE 2.2': 'Value of the deployed system is sustained',
  'MANAGE 2.3': 'Response to risks nobody foresaw',
  'MANAGE 2.4': 'It can be overridden or switched off',
  'MANAGE 3.1': 'Third-party risks are monitored',
  'MANAGE 3.2': 'Pre-trained models are monitored',
  'MANAGE 4.1': 'After-launch plan: feedback, appeal, response',
  'MANAGE 4.2': 'Improvement is part of updates',
  'MANAGE 4.3': 'Incidents are told, tracked, recovered from',
} as const;
