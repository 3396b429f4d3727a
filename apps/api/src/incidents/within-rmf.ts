import type { Parameters } from '../platform/database/parameters.js';

/** SQL that is true for the subcategories within a function, a category or a subcategory of NIST AI RMF. */
export function withinRmf(column: string, rmf: string, parameters: Parameters): string {
  if (rmf.includes('.')) return `${column} = ${parameters.add(rmf)}`;
  return `starts_with(${column}, ${parameters.add(rmf.includes(' ') ? `${rmf}.` : `${rmf} `)})`;
}
