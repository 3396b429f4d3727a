import pino, { type Logger } from 'pino';

export type { Logger };

/** Injection token of the one logger. */
export const LOGGER = Symbol('logger');

/** JSON lines on standard output. Bodies, cookies and authorization headers are never handed to it. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
