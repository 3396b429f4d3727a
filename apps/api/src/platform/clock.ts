import { Injectable } from '@nestjs/common';

/** The one source of time. Leases, windows and deadlines take it from here, also into SQL, so that tests can turn it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
