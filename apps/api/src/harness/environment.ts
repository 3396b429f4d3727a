import { isLoopback, type Config } from '../platform/config.js';

type Environment = Record<string, string | undefined>;

/** Reads the process environment. @throws Error with a sentence for a value that cannot be meant */
export function configFrom(environment: Environment, databaseUrl: string, webFolder: string | null): Config {
  const port = Number(environment.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a number up to 65535, not "${environment.PORT}".`);
  const host = environment.HOST ?? '127.0.0.1';
  const name = isLoopback(host) ? 'localhost' : host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const publicUrl = (environment.PUBLIC_URL ?? `http://${name}:${port}`).replace(/\/+$/, '');
  if (!/^https?:\/\/[^/]+/.test(publicUrl))
    throw new Error(`PUBLIC_URL must start with http:// or https://, not "${publicUrl}".`);
  return {
    databaseUrl,
    port,
    host,
    publicUrl,
    trustProxy: trustFrom(environment.TRUST_PROXY),
    webFolder,
    forTests: false,
  };
}

function trustFrom(value: string | undefined): boolean | string {
  if (value === undefined || value === '' || value === 'false') return false;
  return value === 'true' ? true : value;
}
