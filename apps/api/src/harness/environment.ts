import { isIP } from 'node:net';
import { isLoopback, type Config, type FirstAdministrator, type MailConfig } from '../platform/config.js';

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
    firstAdministrator: administratorFrom(environment),
    mail: mailFrom(environment),
    jobs: 'in_background',
    outbound: { timeoutMs: 15_000, allow: allowedFrom(environment.PLUMBLINE_OUTBOUND_ALLOW) },
    forTests: false,
  };
}

/** Networks, separated by commas: `127.0.0.1, 10.2.0.0/16`. */
function allowedFrom(value = ''): string[] {
  const nets = value.split(',').flatMap((net) => net.trim() || []);
  for (const net of nets) {
    const [address = '', prefix = '0', ...more] = net.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    if (!isIP(address) || !/^\d{1,3}$/.test(prefix) || Number(prefix) > most || more.length > 0)
      throw new Error(`PLUMBLINE_OUTBOUND_ALLOW must list networks such as 10.2.0.0/16, not "${net}".`);
  }
  return nets;
}

function trustFrom(value: string | undefined): boolean | string {
  if (value === undefined || value === '' || value === 'false') return false;
  return value === 'true' ? true : value;
}

/** Both or none: a server without a sender could send nothing. */
function mailFrom({ SMTP_URL: smtpUrl, MAIL_FROM: from }: Environment): MailConfig | null {
  if (!smtpUrl && !from) return null;
  if (!smtpUrl || !from) throw new Error('to send mail, give SMTP_URL and MAIL_FROM together.');
  if (!/^smtps?:\/\/[^/]+/.test(smtpUrl))
    throw new Error('SMTP_URL must start with smtp:// or smtps://, such as smtp://mail.example.org:25.');
  if (!/@/.test(from)) throw new Error(`MAIL_FROM must hold an address, not "${from}".`);
  return { smtpUrl, from };
}

/** All three or none: half an administrator is a mistake that would be found out too late. */
function administratorFrom(environment: Environment): FirstAdministrator | null {
  const { PLUMBLINE_ADMIN_EMAIL: email, PLUMBLINE_ADMIN_PASSWORD: password } = environment;
  const workspaceName = environment.PLUMBLINE_ADMIN_WORKSPACE;
  if (!email && !password && !workspaceName) return null;
  if (email && password && workspaceName) return { email, password, workspaceName };
  throw new Error(
    'to set up without a browser, give PLUMBLINE_ADMIN_EMAIL, PLUMBLINE_ADMIN_PASSWORD and PLUMBLINE_ADMIN_WORKSPACE together.',
  );
}
