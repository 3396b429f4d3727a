import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type Mitigation,
  MitigationEdit,
  MitigationQuery,
  NewMitigation,
} from '@plumbline/shared/contract/mitigation';
import {
  addMitigation,
  editMitigation,
  getMitigation,
  linkMitigation,
  listIncidentMitigations,
  listMitigations,
  MitigationOfIncidentParams,
  MitigationParams,
  unlinkMitigation,
} from '@plumbline/shared/contract/mitigation-routes';
import { measureMitigation, type MitigationEffect } from '@plumbline/shared/contract/mitigation-effect';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { EffectService } from './effect.service.js';
import { MitigationsQueries } from './mitigations.queries.js';
import { MitigationsService } from './mitigations.service.js';

interface One {
  id: string;
}
interface OfIncident {
  key: string;
}

@Controller()
export class MitigationsController {
  constructor(
    private readonly mitigations: MitigationsService,
    private readonly queries: MitigationsQueries,
    private readonly effects: EffectService,
  ) {}

  @Endpoint(listMitigations)
  list(@Caller() caller: MemberCaller, @Query({ schema: MitigationQuery }) query: MitigationQuery) {
    return this.queries.list(caller, query);
  }

  @Endpoint(addMitigation)
  add(
    @Caller() caller: MemberCaller,
    @Body({ schema: NewMitigation }) given: NewMitigation,
  ): Promise<Mitigation> {
    return this.mitigations.add(caller, given);
  }

  @Endpoint(getMitigation)
  get(@Caller() caller: MemberCaller, @Param({ schema: MitigationParams }) { id }: One): Promise<Mitigation> {
    return this.mitigations.find(caller, id);
  }

  @Endpoint(editMitigation)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: MitigationParams }) { id }: One,
    @IfMatch() seen: number,
    @Body({ schema: MitigationEdit }) edit: MitigationEdit,
  ): Promise<Mitigation> {
    return this.mitigations.edit(caller, id, seen, edit);
  }

  @Endpoint(measureMitigation)
  measure(
    @Caller() caller: MemberCaller,
    @Param({ schema: MitigationParams }) { id }: One,
  ): Promise<MitigationEffect> {
    return this.effects.measure(caller, id);
  }

  @Endpoint(listIncidentMitigations)
  ofIncident(
    @Caller() caller: MemberCaller,
    @Param({ schema: listIncidentMitigations.params }) { key }: OfIncident,
  ): Promise<{ items: Mitigation[] }> {
    return this.mitigations.ofIncident(caller, key);
  }

  @Endpoint(linkMitigation)
  link(
    @Caller() caller: MemberCaller,
    @Param({ schema: MitigationOfIncidentParams }) { key, id }: OfIncident & One,
  ): Promise<Mitigation> {
    return this.mitigations.link(caller, key, id);
  }

  @Endpoint(unlinkMitigation)
  unlink(
    @Caller() caller: MemberCaller,
    @Param({ schema: MitigationOfIncidentParams }) { key, id }: OfIncident & One,
  ): Promise<void> {
    return this.mitigations.unlink(caller, key, id);
  }
}
