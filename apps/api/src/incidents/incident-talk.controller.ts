import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  addComment,
  addEvidence,
  addLink,
  editComment,
  listCommentHistory,
  listComments,
  listEvidence,
  listIncidentActivity,
  listLinks,
  removeComment,
  removeEvidence,
  removeLink,
} from '@plumbline/shared/contract/incident-talk-routes';
import type {
  ActivityEntry,
  Comment,
  CommentVersion,
  Evidence,
  IncidentLink,
  NewComment,
  NewEvidence,
  NewIncidentLink,
} from '@plumbline/shared/contract/incident-talk';
import { Database } from '../platform/database/database.js';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import * as talk from './incident-talk.queries.js';
import { IncidentTalkService } from './incident-talk.service.js';
import { IncidentService } from './incident.service.js';

interface At {
  key: string;
}
interface AtOne extends At {
  id: string;
}
interface Paging {
  cursor?: string;
  limit: number;
}

@Controller()
export class IncidentTalkController {
  constructor(
    private readonly incidents: IncidentService,
    private readonly talk: IncidentTalkService,
    private readonly database: Database,
  ) {}

  @Endpoint(listComments)
  async comments(
    @Caller() caller: MemberCaller,
    @Param({ schema: listComments.params }) { key }: At,
    @Query({ schema: listComments.query }) page: Paging,
  ): Promise<{ items: Comment[]; next: string | null }> {
    const { id } = await this.incidents.get(caller, key);
    return talk.listComments(this.database, caller, id, page);
  }

  @Endpoint(addComment)
  comment(
    @Caller() caller: MemberCaller,
    @Param({ schema: addComment.params }) { key }: At,
    @Body({ schema: addComment.body }) body: NewComment,
  ): Promise<Comment> {
    return this.talk.comment(caller, key, body);
  }

  @Endpoint(editComment)
  rewrite(
    @Caller() caller: MemberCaller,
    @Param({ schema: editComment.params }) { key, id }: AtOne,
    @Body({ schema: editComment.body }) body: NewComment,
  ): Promise<Comment> {
    return this.talk.editComment(caller, key, id, body);
  }

  @Endpoint(listCommentHistory)
  history(
    @Caller() caller: MemberCaller,
    @Param({ schema: listCommentHistory.params }) { key, id }: AtOne,
  ): Promise<{ items: CommentVersion[] }> {
    return this.talk.history(caller, key, id);
  }

  @Endpoint(removeComment)
  async remove(
    @Caller() caller: MemberCaller,
    @Param({ schema: removeComment.params }) { key, id }: AtOne,
  ): Promise<void> {
    await this.talk.removeComment(caller, key, id);
  }

  @Endpoint(listEvidence)
  async evidence(
    @Caller() caller: MemberCaller,
    @Param({ schema: listEvidence.params }) { key }: At,
  ): Promise<{ items: Evidence[] }> {
    const { id } = await this.incidents.get(caller, key);
    return talk.listEvidence(this.database, caller, id);
  }

  @Endpoint(addEvidence)
  support(
    @Caller() caller: MemberCaller,
    @Param({ schema: addEvidence.params }) { key }: At,
    @Body({ schema: addEvidence.body }) body: NewEvidence,
  ): Promise<Evidence> {
    return this.talk.addEvidence(caller, key, body);
  }

  @Endpoint(removeEvidence)
  async withdraw(
    @Caller() caller: MemberCaller,
    @Param({ schema: removeEvidence.params }) { key, id }: AtOne,
  ): Promise<void> {
    await this.talk.removeEvidence(caller, key, id);
  }

  @Endpoint(listLinks)
  async links(
    @Caller() caller: MemberCaller,
    @Param({ schema: listLinks.params }) { key }: At,
  ): Promise<{ items: IncidentLink[] }> {
    const { id } = await this.incidents.get(caller, key);
    return talk.listLinks(this.database, caller, id);
  }

  @Endpoint(addLink)
  relate(
    @Caller() caller: MemberCaller,
    @Param({ schema: addLink.params }) { key }: At,
    @Body({ schema: addLink.body }) body: NewIncidentLink,
  ): Promise<IncidentLink> {
    return this.talk.addLink(caller, key, body);
  }

  @Endpoint(removeLink)
  async unrelate(
    @Caller() caller: MemberCaller,
    @Param({ schema: removeLink.params }) { key, id }: AtOne,
  ): Promise<void> {
    await this.talk.removeLink(caller, key, id);
  }

  @Endpoint(listIncidentActivity)
  async activity(
    @Caller() caller: MemberCaller,
    @Param({ schema: listIncidentActivity.params }) { key }: At,
    @Query({ schema: listIncidentActivity.query }) page: Paging,
  ): Promise<{ items: ActivityEntry[]; next: string | null }> {
    const { id } = await this.incidents.get(caller, key);
    return talk.listActivity(this.database, caller, id, page);
  }
}
