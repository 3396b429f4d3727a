import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  addSource,
  archiveSource,
  editSource,
  getDelivery,
  getSource,
  issueSourceKey,
  listDeliveries,
  listOfferedSeries,
  listSources,
  previewBody,
  previewSeries,
  replayDelivery,
  restoreSource,
  revokeSourceKey,
  testSource,
} from '@plumbline/shared/contract/source-routes';
import {
  NewSource,
  PastedBody,
  SeriesRules,
  type BodyReading,
  SourceChanges,
  type OfferedSeriesSeen,
  type Delivery,
  type DeliveryDetail,
  type Source,
  type SourceWithKey,
} from '@plumbline/shared/contract/source';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { DeliveriesService } from './deliveries.service.js';
import { OfferedSeriesService } from './series/offered-series.service.js';
import { SourcesService } from './sources.service.js';

interface At {
  id: string;
}

@Controller()
export class SourcesController {
  constructor(
    private readonly sources: SourcesService,
    private readonly deliveries: DeliveriesService,
    private readonly series: OfferedSeriesService,
  ) {}

  @Endpoint(listSources)
  list(@Caller() caller: MemberCaller): Promise<{ items: Source[]; next: null }> {
    return this.sources.list(caller);
  }

  @Endpoint(addSource)
  add(@Caller() caller: MemberCaller, @Body({ schema: NewSource }) draft: NewSource): Promise<SourceWithKey> {
    return this.sources.add(caller, draft);
  }

  @Endpoint(getSource)
  read(@Caller() caller: MemberCaller, @Param({ schema: getSource.params }) { id }: At): Promise<Source> {
    return this.sources.find(caller, id);
  }

  @Endpoint(editSource)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: editSource.params }) { id }: At,
    @IfMatch() seen: number,
    @Body({ schema: SourceChanges }) changes: SourceChanges,
  ): Promise<Source> {
    return this.sources.edit(caller, id, seen, changes);
  }

  @Endpoint(archiveSource)
  archive(
    @Caller() caller: MemberCaller,
    @Param({ schema: archiveSource.params }) { id }: At,
  ): Promise<Source> {
    return this.sources.archive(caller, id);
  }

  @Endpoint(restoreSource)
  restore(
    @Caller() caller: MemberCaller,
    @Param({ schema: restoreSource.params }) { id }: At,
  ): Promise<Source> {
    return this.sources.restore(caller, id);
  }

  @Endpoint(issueSourceKey)
  issueKey(
    @Caller() caller: MemberCaller,
    @Param({ schema: issueSourceKey.params }) { id }: At,
  ): Promise<SourceWithKey> {
    return this.sources.issueKey(caller, id);
  }

  @Endpoint(revokeSourceKey)
  revokeKey(
    @Caller() caller: MemberCaller,
    @Param({ schema: revokeSourceKey.params }) { id, key }: At & { key: string },
  ): Promise<Source> {
    return this.sources.revokeKey(caller, id, key);
  }

  @Endpoint(testSource)
  test(@Caller() caller: MemberCaller, @Param({ schema: testSource.params }) { id }: At): Promise<Delivery> {
    return this.deliveries.test(caller, id);
  }

  @Endpoint(previewBody)
  preview(
    @Caller() caller: MemberCaller,
    @Param({ schema: previewBody.params }) { id }: At,
    @Body({ schema: PastedBody }) pasted: PastedBody,
  ): Promise<BodyReading> {
    return this.deliveries.preview(caller, id, pasted);
  }

  @Endpoint(listDeliveries)
  listDeliveries(
    @Caller() caller: MemberCaller,
    @Param({ schema: listDeliveries.params }) { id }: At,
    @Query({ schema: listDeliveries.query }) page: { cursor?: string; limit: number },
  ): Promise<{ items: Delivery[]; next: string | null }> {
    return this.deliveries.list(caller, id, page);
  }

  @Endpoint(getDelivery)
  readDelivery(
    @Caller() caller: MemberCaller,
    @Param({ schema: getDelivery.params }) { id, delivery }: At & { delivery: string },
  ): Promise<DeliveryDetail> {
    return this.deliveries.read(caller, id, delivery);
  }

  @Endpoint(replayDelivery)
  replay(
    @Caller() caller: MemberCaller,
    @Param({ schema: replayDelivery.params }) { id, delivery }: At & { delivery: string },
  ): Promise<Delivery> {
    return this.deliveries.replay(caller, id, delivery);
  }

  @Endpoint(listOfferedSeries)
  listSeries(
    @Caller() caller: MemberCaller,
    @Param({ schema: listOfferedSeries.params }) { id }: At,
  ): Promise<{ items: OfferedSeriesSeen[]; next: null }> {
    return this.series.list(caller, id);
  }

  @Endpoint(previewSeries)
  previewSeries(
    @Caller() caller: MemberCaller,
    @Param({ schema: previewSeries.params }) { id }: At,
    @Body({ schema: SeriesRules }) rules: SeriesRules,
  ): Promise<{ items: OfferedSeriesSeen[]; next: null }> {
    return this.series.preview(caller, id, rules);
  }
}
