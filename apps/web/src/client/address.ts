type Scalar = string | number | boolean;
export type QueryValues = Record<string, Scalar | readonly Scalar[] | null | undefined>;

/**
 * The address of a route: `:name` filled in and encoded, empty query members left out, arrays as
 * repeated members.
 * @param path below `/api/v1`, such as `/incidents/:key`
 */
export function addressOf(
  path: string,
  params: Record<string, Scalar> = {},
  query: QueryValues = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === '') throw new Error(`The address ${path} needs ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value)
      ? (value as readonly Scalar[])
      : [value as Scalar | null | undefined]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return `/api/v1${filled}${text ? `?${text}` : ''}`;
}
