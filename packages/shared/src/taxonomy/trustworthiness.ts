import type { RmfSubcategory } from './rmf.js';

interface Characteristic {
  label: string;
  what: string;
  /** Section of NIST AI 100-1. */
  section: string;
  /** The subcategory that measures it. */
  measuredBy: RmfSubcategory;
}

/** The seven characteristics of trustworthy AI (NIST AI 100-1, section 3). The descriptions are Plumbline's words. */
export const trustworthiness = {
  'valid-and-reliable': {
    label: 'Valid and reliable',
    what: 'Does what it is for, and goes on doing so. The others rest on it.',
    section: '3.1',
    measuredBy: 'MEASURE 2.5',
  },
  safe: {
    label: 'Safe',
    what: 'Endangers neither life nor health, property nor environment.',
    section: '3.2',
    measuredBy: 'MEASURE 2.6',
  },
  'secure-and-resilient': {
    label: 'Secure and resilient',
    what: 'Withstands attack and change, and recovers.',
    section: '3.3',
    measuredBy: 'MEASURE 2.7',
  },
  'accountable-and-transparent': {
    label: 'Accountable and transparent',
    what: 'Somebody answers for it, and people can learn how it came about. Touches all the others.',
    section: '3.4',
    measuredBy: 'MEASURE 2.8',
  },
  'explainable-and-interpretable': {
    label: 'Explainable and interpretable',
    what: 'One can say how it works and what its output means here.',
    section: '3.5',
    measuredBy: 'MEASURE 2.9',
  },
  'privacy-enhanced': {
    label: 'Privacy-enhanced',
    what: 'Guards identity, autonomy and personal data by design.',
    section: '3.6',
    measuredBy: 'MEASURE 2.10',
  },
  'fair-with-harmful-bias-managed': {
    label: 'Fair, with harmful bias managed',
    what: 'Harmful bias is looked for and dealt with.',
    section: '3.7',
    measuredBy: 'MEASURE 2.11',
  },
} as const satisfies Record<string, Characteristic>;
