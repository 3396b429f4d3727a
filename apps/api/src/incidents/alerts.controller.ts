import { Controller, Param, Query } from '@nestjs/common';
import { getSignal, listSignals } from '@plumbline/shared/contract/signal-routes';
import type { Signal, SignalDetail, SignalQuery } from '@plumbline/shared/contract/signal';
import { Database } from '../platform/database/database.js';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { notFound } from '../platform/problem/problem.js';
import { listAlerts, readAlert } from './alert-list.queries.js';

/** What tools report, with the incidents it belongs to. */
@Controller()
export class AlertsController {
  constructor(private readonly database: Database) {}

  @Endpoint(listSignals)
  list(
    @Caller() caller: MemberCaller,
    @Query({ schema: listSignals.query }) query: SignalQuery,
  ): Promise<{ items: Signal[]; next: string | null }> {
    return listAlerts(this.database, caller, query);
  }

  @Endpoint(getSignal)
  async read(
    @Caller() caller: MemberCaller,
    @Param({ schema: getSignal.params }) { id }: { id: string },
  ): Promise<SignalDetail> {
    const alert = await readAlert(this.database, caller, id);
    if (!alert) throw notFound('alert');
    return alert;
  }
}
