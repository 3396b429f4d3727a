import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../src/harness/free-port.js';

interface Start {
  program: string;
  /** Its configuration file: name and text. */
  file: string;
  text: string;
  arguments: (folder: string, address: string) => string[];
}

/** A real monitoring tool on a free port of this machine, with a folder of its own. */
export class ToolProcess {
  private output = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string,
  ) {
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** @returns once it says that it is ready */
  static async start(start: Start): Promise<ToolProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-tool-'));
    writeFileSync(join(folder, start.file), start.text);
    const address = `127.0.0.1:${await freePort()}`;
    const child = spawn(start.program, start.arguments(folder, address), {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const tool = new ToolProcess(child, folder, `http://${address}`);
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`${start.program} ended:\n${tool.output}`);
      return fetch(`${tool.url}/-/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    });
    return tool;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Asks again until it is so; the test's own limit ends it. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(50);
}
