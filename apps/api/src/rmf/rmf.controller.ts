import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  NewRmfMapping,
  NewRmfStatement,
  RmfBoardQuery,
  type RmfMapping,
  RmfMappingEdit,
  type RmfStatement,
  RmfStatementEdit,
  RmfStatementQuery,
} from '@plumbline/shared/contract/rmf';
import {
  addRmfMapping,
  addRmfStatement,
  editRmfMapping,
  editRmfStatement,
  listRmfMappings,
  listRmfStatements,
  readRmfBoard,
  removeRmfMapping,
  RmfMappingParams,
  RmfStatementParams,
} from '@plumbline/shared/contract/rmf-routes';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { RmfBoardQueries } from './rmf-board.queries.js';
import { RmfMappingsService } from './rmf-mappings.service.js';
import { RmfStatementsService } from './rmf-statements.service.js';

interface OfIncident {
  key: string;
}
interface One {
  id: string;
}

@Controller()
export class RmfController {
  constructor(
    private readonly mappings: RmfMappingsService,
    private readonly statements: RmfStatementsService,
    private readonly board: RmfBoardQueries,
  ) {}

  @Endpoint(listRmfMappings)
  listMappings(
    @Caller() caller: MemberCaller,
    @Param({ schema: listRmfMappings.params }) { key }: OfIncident,
  ): Promise<{ items: RmfMapping[] }> {
    return this.mappings.list(caller, key);
  }

  @Endpoint(addRmfMapping)
  addMapping(
    @Caller() caller: MemberCaller,
    @Param({ schema: addRmfMapping.params }) { key }: OfIncident,
    @Body({ schema: NewRmfMapping }) given: NewRmfMapping,
  ): Promise<RmfMapping> {
    return this.mappings.add(caller, key, given);
  }

  @Endpoint(editRmfMapping)
  editMapping(
    @Caller() caller: MemberCaller,
    @Param({ schema: RmfMappingParams }) { key, id }: OfIncident & One,
    @IfMatch() seen: number,
    @Body({ schema: RmfMappingEdit }) edit: RmfMappingEdit,
  ): Promise<RmfMapping> {
    return this.mappings.edit(caller, key, id, seen, edit);
  }

  @Endpoint(removeRmfMapping)
  removeMapping(
    @Caller() caller: MemberCaller,
    @Param({ schema: RmfMappingParams }) { key, id }: OfIncident & One,
  ): Promise<void> {
    return this.mappings.remove(caller, key, id);
  }

  @Endpoint(listRmfStatements)
  listStatements(
    @Caller() caller: MemberCaller,
    @Query({ schema: RmfStatementQuery }) query: RmfStatementQuery,
  ): Promise<{ items: RmfStatement[] }> {
    return this.statements.list(caller, query);
  }

  @Endpoint(addRmfStatement)
  addStatement(
    @Caller() caller: MemberCaller,
    @Body({ schema: NewRmfStatement }) given: NewRmfStatement,
  ): Promise<RmfStatement> {
    return this.statements.add(caller, given);
  }

  @Endpoint(editRmfStatement)
  editStatement(
    @Caller() caller: MemberCaller,
    @Param({ schema: RmfStatementParams }) { id }: One,
    @IfMatch() seen: number,
    @Body({ schema: RmfStatementEdit }) edit: RmfStatementEdit,
  ): Promise<RmfStatement> {
    return this.statements.edit(caller, id, seen, edit);
  }

  @Endpoint(readRmfBoard)
  readBoard(@Caller() caller: MemberCaller, @Query({ schema: RmfBoardQuery }) query: RmfBoardQuery) {
    return this.board.read(caller, query);
  }
}
