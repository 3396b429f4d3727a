import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  BackTest,
  NewPairMark,
  type BackTested,
  type DetectorScore,
  type PairDivergence,
  type PairMark,
} from '@plumbline/shared/contract/divergence';
import {
  addPairMark,
  backTestPair,
  DivergenceQuery,
  getPairDivergence,
  listDivergences,
  PairMarkParams,
  readDetectorScore,
  readLeague,
  removePairMark,
} from '@plumbline/shared/contract/divergence-routes';
import { PairParams } from '@plumbline/shared/contract/pair';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { DivergenceService } from './divergence.service.js';
import { PairTrialsService } from './pair-trials.service.js';

interface PairRef {
  id: string;
}

@Controller()
export class DivergenceController {
  constructor(
    private readonly divergence: DivergenceService,
    private readonly trials: PairTrialsService,
  ) {}

  @Endpoint(getPairDivergence)
  ofPair(
    @Caller() caller: MemberCaller,
    @Param({ schema: PairParams }) { id }: PairRef,
  ): Promise<PairDivergence> {
    return this.divergence.ofPair(caller, id);
  }

  @Endpoint(backTestPair)
  backTest(
    @Caller() caller: MemberCaller,
    @Param({ schema: PairParams }) { id }: PairRef,
    @Body({ schema: BackTest }) trial: BackTest,
  ): Promise<BackTested> {
    return this.trials.backTest(caller, id, trial);
  }

  @Endpoint(addPairMark)
  mark(
    @Caller() caller: MemberCaller,
    @Param({ schema: PairParams }) { id }: PairRef,
    @Body({ schema: NewPairMark }) mark: NewPairMark,
  ): Promise<PairMark> {
    return this.trials.mark(caller, id, mark);
  }

  @Endpoint(removePairMark)
  unmark(
    @Caller() caller: MemberCaller,
    @Param({ schema: PairMarkParams }) { id, mark }: PairRef & { mark: string },
  ): Promise<void> {
    return this.trials.unmark(caller, id, mark);
  }

  @Endpoint(listDivergences)
  list(@Caller() caller: MemberCaller, @Query({ schema: DivergenceQuery }) query: DivergenceQuery) {
    return this.divergence.list(caller, query);
  }

  @Endpoint(readLeague)
  async league(@Caller() caller: MemberCaller) {
    return { items: await this.divergence.league(caller), next: null };
  }

  @Endpoint(readDetectorScore)
  score(@Caller() caller: MemberCaller): Promise<DetectorScore> {
    return this.divergence.score(caller);
  }
}
