/**
 * The 12 risks of NIST AI 600-1 (Generative AI Profile, https://doi.org/10.6028/NIST.AI.600-1), by ids made from
 * NIST's titles. The descriptions are Plumbline's words.
 */
export const genaiRisks = {
  'cbrn-information-or-capabilities': {
    label: 'CBRN information or capabilities',
    what: 'Helps somebody towards chemical, biological, radiological or nuclear harm.',
  },
  confabulation: { label: 'Confabulation', what: 'States what is false with confidence.' },
  'dangerous-violent-or-hateful-content': {
    label: 'Dangerous, violent or hateful content',
    what: 'Makes or spreads content that incites, threatens or teaches harm.',
  },
  'data-privacy': { label: 'Data privacy', what: 'Reveals, infers or uses personal data it should not.' },
  'environmental-impacts': {
    label: 'Environmental impacts',
    what: 'Costs energy, water and hardware out of proportion.',
  },
  'harmful-bias-or-homogenization': {
    label: 'Harmful bias or homogenization',
    what: 'Treats groups unequally, or makes everything alike.',
  },
  'human-ai-configuration': {
    label: 'Human-AI configuration',
    what: 'People trust, rely on or attach to it in ways that harm.',
  },
  'information-integrity': {
    label: 'Information integrity',
    what: 'Makes it hard to tell fact from fabrication at large.',
  },
  'information-security': {
    label: 'Information security',
    what: 'Eases attacks, or is itself attacked and turned.',
  },
  'intellectual-property': { label: 'Intellectual property', what: 'Reproduces what belongs to others.' },
  'obscene-degrading-and-or-abusive-content': {
    label: 'Obscene, degrading or abusive content',
    what: 'Makes sexual, degrading or abusive material, of real people too.',
  },
  'value-chain-and-component-integration': {
    label: 'Value chain and component integration',
    what: 'Inherits faults of models, data and services that nobody checked.',
  },
} as const;
export type GenaiRisk = keyof typeof genaiRisks;
