import { governSubcategories } from './rmf/govern.js';
import { manageSubcategories } from './rmf/manage.js';
import { mapSubcategories } from './rmf/map.js';
import { measureSubcategories } from './rmf/measure.js';

/**
 * NIST AI Risk Management Framework 1.0 (NIST AI 100-1, https://doi.org/10.6028/NIST.AI.100-1): functions,
 * categories and subcategories by NIST's own ids. The short labels are Plumbline's words, not NIST's.
 */
export const rmfFunctions = {
  GOVERN: 'Govern: a culture that takes risk seriously',
  MAP: 'Map: know the context and its risks',
  MEASURE: 'Measure: assess and track',
  MANAGE: 'Manage: prioritise and act',
} as const;
export type RmfFunction = keyof typeof rmfFunctions;

/** The 19 categories, in NIST's order. */
export const rmfCategories = {
  'GOVERN 1': 'Policies and practices',
  'GOVERN 2': 'Accountability and training',
  'GOVERN 3': 'Diverse perspectives',
  'GOVERN 4': 'Risk-aware culture',
  'GOVERN 5': 'Engagement with those affected',
  'GOVERN 6': 'Third parties and supply chain',
  'MAP 1': 'Context',
  'MAP 2': 'What kind of system',
  'MAP 3': 'Capabilities, benefits and costs',
  'MAP 4': 'Risks of every component',
  'MAP 5': 'Impacts on people and society',
  'MEASURE 1': 'Methods and metrics',
  'MEASURE 2': 'Trustworthiness evaluated',
  'MEASURE 3': 'Risks tracked over time',
  'MEASURE 4': 'Whether measuring works',
  'MANAGE 1': 'Priorities and responses',
  'MANAGE 2': 'Benefits kept, harms reduced',
  'MANAGE 3': 'Third-party risks managed',
  'MANAGE 4': 'Treatment, recovery, communication',
} as const;
export type RmfCategory = keyof typeof rmfCategories;

/** The 72 subcategories, in NIST's order (2.10 after 2.9). */
export const rmfSubcategories = {
  ...governSubcategories,
  ...mapSubcategories,
  ...measureSubcategories,
  ...manageSubcategories,
} as const;
export type RmfSubcategory = keyof typeof rmfSubcategories;

/** @returns `MEASURE` for `MEASURE 2.13` or `MEASURE 2` */
export function functionOfRmf(id: string): RmfFunction {
  return id.split(' ', 1)[0] as RmfFunction;
}

/** @returns `MEASURE 2` for `MEASURE 2.13` */
export function categoryOfRmf(id: RmfSubcategory): RmfCategory {
  return id.slice(0, id.indexOf('.')) as RmfCategory;
}
