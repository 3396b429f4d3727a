/** Something that can be named: a person, a team, a system, a metric. */
export interface Named {
  id: string;
  name: string;
}

/** What an incident can refer to by name. */
export interface Choices {
  systems: readonly Named[];
  metrics: readonly Named[];
  teams: readonly Named[];
  people: readonly Named[];
}

/** @returns the choices as a select takes them, with what is chosen already even where it is archived or gone */
export function options(
  choices: readonly Named[],
  chosen: readonly Named[] = [],
): { value: string; label: string }[] {
  const missing = chosen.filter(({ id }) => !choices.some((one) => one.id === id));
  return [...choices, ...missing].map(({ id, name }) => ({ value: id, label: name }));
}
