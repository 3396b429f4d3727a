import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { AnswerOf, DetectorTask } from './detector-task.js';

/** One core is left to the requests. */
const mostThreads = Math.max(1, Math.min(4, availableParallelism() - 1));
/** A thread that has nothing to do goes, and its memory with it; in milliseconds. */
const restAfter = 20_000;

interface Waiting {
  task: DetectorTask;
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  doing: Waiting | null;
  rest: NodeJS.Timeout | null;
}

/** Runs the detector in worker threads, made when they are needed. */
@Injectable()
export class DetectorThreads implements OnModuleDestroy {
  private readonly threads = new Set<Thread>();
  private readonly waiting: Waiting[] = [];

  /** @throws Error when the detector refuses the task, or its thread dies */
  run<T extends DetectorTask>(task: T): Promise<AnswerOf<T>> {
    return new Promise<AnswerOf<T>>((resolve, reject) => {
      this.waiting.push({ task, resolve: resolve as (answer: unknown) => void, reject });
      this.next();
    });
  }

  async onModuleDestroy(): Promise<void> {
    for (const { worker, rest } of this.threads) {
      if (rest) clearTimeout(rest);
      await worker.terminate();
    }
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const idle = [...this.threads].find(({ doing }) => doing === null);
    const thread = idle ?? (this.threads.size < mostThreads ? this.open() : null);
    if (!thread) return;
    if (thread.rest) clearTimeout(thread.rest);
    thread.doing = this.waiting.shift()!;
    thread.worker.postMessage(thread.doing.task);
  }

  private open(): Thread {
    const worker = new Worker(builtThread());
    worker.unref();
    const thread: Thread = { worker, doing: null, rest: null };
    worker.on('message', ({ answer, error }: { answer?: unknown; error?: string }) => {
      const { doing } = thread;
      thread.doing = null;
      thread.rest = setTimeout(() => void worker.terminate(), restAfter).unref();
      if (error === undefined) doing?.resolve(answer);
      else doing?.reject(new Error(`The detector stopped: ${error}`));
      this.next();
    });
    worker.on('error', (error) => thread.doing?.reject(error));
    worker.on('exit', () => {
      this.threads.delete(thread);
      thread.doing?.reject(new Error('The thread of the detector ended.'));
      this.next();
    });
    this.threads.add(thread);
    return thread;
  }
}

/** Threads run what was built, also where this file runs from its source. */
function builtThread(): URL {
  const here = import.meta.url.replace(/\/src\/divergence\/[^/]*$/, '/dist/divergence/detector-threads.js');
  return new URL('./detector-thread.js', here);
}
