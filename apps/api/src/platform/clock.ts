import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

/** The one source of time. Leases, windows and deadlines take it from here, also into SQL, so that tests can turn it. */
@Injectable()
export class Clock {
  private readonly turned = new AsyncLocalStorage<Date>();

  now(): Date {
    return new Date(this.turned.getStore() ?? Date.now());
  }

  /** Runs `work` as if it were that moment; for this async flow alone, whatever else goes on. */
  runAt<T>(moment: Date, work: () => Promise<T>): Promise<T> {
    return this.turned.run(moment, work);
  }
}
