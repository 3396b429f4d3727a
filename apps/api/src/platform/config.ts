/** How this process was told to run. Built once at the start from the environment; everything else is passed on. */
export interface Config {
  databaseUrl: string;
  port: number;
  host: string;
  /** Where people reach this installation, without a trailing slash. */
  publicUrl: string;
  /** Networks (comma-separated addresses) whose X-Forwarded-* headers are believed; false believes nobody. */
  trustProxy: boolean | string;
  /** The built web pages; null serves the API alone. */
  webFolder: string | null;
  /** Sets up a new installation without a browser; ignored once there is an administrator. */
  firstAdministrator: FirstAdministrator | null;
  /** The server that sends mail, and as whom; null sends none. */
  mail: MailConfig | null;
  /** Whether this process works its jobs off by itself, or only when told to: tests, commands of the administrator. */
  jobs: 'in_background' | 'on_demand';
  /** How requests go out to addresses that people enter. */
  outbound: {
    /** How long an answer is waited for, in milliseconds. */
    timeoutMs: number;
    /** Networks of this machine or its own net that may be called all the same. */
    allow: readonly string[];
  };
  /** Relaxes what only tests may relax: durability checks, the cost of a password hash. */
  forTests: boolean;
}

export interface MailConfig {
  /** `smtp://user:password@host:587`, or `smtps:` for TLS from the start. */
  smtpUrl: string;
  /** `Plumbline <plumbline@example.org>`. */
  from: string;
}

export interface FirstAdministrator {
  email: string;
  password: string;
  workspaceName: string;
}

/** Injection token of {@link Config}. */
export const CONFIG = Symbol('config');

const loopback = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\]|::1)$/;

/** @returns whether a host name means this machine alone */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}
