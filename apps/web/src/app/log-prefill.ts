/** What an address may fill into the form: `?title=&wanted=&specified=&happened=&system=&metric=&link=`. */
const fields = {
  title: 'title',
  wanted: 'intendedGoal',
  specified: 'specifiedObjective',
  happened: 'observedBehaviour',
  description: 'description',
  system: 'systemId',
  metric: 'metricId',
  link: 'link',
} as const;

type Prefill = Partial<Record<(typeof fields)[keyof typeof fields], string>>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a prefilled form from an address; ids that are none and addresses no browser may open are dropped. */
export function readPrefill(search: Record<string, unknown>): Prefill {
  const filled: Prefill = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = search[name] ?? search[field];
    if (value === undefined || value === null || typeof value === 'object') continue;
    const text = String(value).slice(0, field === 'title' ? 300 : 10_000);
    if (field.endsWith('Id') && !uuid.test(text)) continue;
    if (field === 'link' && !/^https?:\/\/[^/\s]+/.test(text)) continue;
    filled[field] = text;
  }
  return filled;
}
