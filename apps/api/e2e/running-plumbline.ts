import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../src/harness/repository-root.js';

const program = join(repositoryRoot, 'apps', 'api', 'dist', 'harness', 'start.js');

/** The built program in a process of its own, as `npm start` runs it. */
export class RunningPlumbline {
  /** Everything it printed. */
  output = '';
  private readonly child: ChildProcess;

  constructor(
    readonly dataFolder: string,
    readonly port: number,
    environment: Record<string, string> = {},
  ) {
    const { DATABASE_URL: _, ...inherited } = process.env;
    this.child = spawn(process.execPath, [program], {
      env: {
        ...inherited,
        LOG_LEVEL: 'error',
        PLUMBLINE_DATA: dataFolder,
        PORT: String(port),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
        this.child.emit('words');
      });
  }

  get pid(): number {
    return this.child.pid!;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Waits until it has printed this; rejects when it ends before. */
  async says(words: string | RegExp): Promise<void> {
    while (!(typeof words === 'string' ? this.output.includes(words) : words.test(this.output))) {
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`It ended without saying ${String(words)}:\n${this.output}`);
      await Promise.race([once(this.child, 'words'), once(this.child, 'exit')]);
    }
  }

  async ready(): Promise<this> {
    await this.says('Plumbline is ready');
    return this;
  }

  /** Sends a signal and waits for the end. @returns the exit code; null when the signal ended it */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended();
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }
}

/** The process number of the database server on a data folder. */
export function databasePid(dataFolder: string): number {
  const file = join(dataFolder, 'postgres', 'cluster', 'postmaster.pid');
  return Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
}

/** The address of the database server on a data folder. */
export function databaseUrl(dataFolder: string): string {
  const read = (file: string) => readFileSync(join(dataFolder, 'postgres', file), 'utf8').trim();
  return `postgres://plumbline:${read('password')}@127.0.0.1:${read('port')}/plumbline`;
}
