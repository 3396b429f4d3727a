import { z } from 'zod';
import { exampleIncident } from './incident-example.js';
import { IncidentKey } from './incident-record.js';
import {
  ActivityEntry,
  Comment,
  CommentVersion,
  Evidence,
  IncidentLink,
  NewComment,
  NewEvidence,
  NewIncidentLink,
} from './incident-talk.js';
import { Id, pageOf, PageQuery } from './primitives.js';
import { route } from './route.js';

const tag = 'Incidents';
const params = z.object({ key: IncidentKey });
const at = { key: 'INC-158' };
const read = { role: 'viewer', scope: 'incidents:read' } as const;
const write = { role: 'reporter', scope: 'incidents:write' } as const;
const author = { kind: 'person', id: exampleIncident.id, name: 'Hana Sato' } as const;

const exampleComment = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a13',
  author,
  body: 'Agrees with 31 of 40 planted errors, was 9.',
  createdAt: '2026-11-20T09:12:00.000Z',
  editedAt: null,
  removed: false,
  mine: true,
  mayRemove: true,
  from: null,
};

export const listComments = route('GET /incidents/:key/comments', {
  summary: 'Read the comments of an incident, oldest first',
  tag,
  access: read,
  params,
  query: PageQuery,
  success: { status: 200, body: pageOf(Comment) },
  example: { params: at, response: { items: [exampleComment], next: null } },
});

export const addComment = route('POST /incidents/:key/comments', {
  summary: 'Comment on an incident',
  tag,
  access: write,
  params,
  body: NewComment,
  success: { status: 201, body: Comment },
  idempotent: true,
  example: { params: at, body: { body: exampleComment.body }, response: exampleComment },
});

const commentParams = z.object({ key: IncidentKey, id: Id });

export const editComment = route('PATCH /incidents/:key/comments/:id', {
  summary: 'Rewrite a comment of your own',
  tag,
  access: write,
  params: commentParams,
  body: NewComment,
  success: { status: 200, body: Comment },
  example: {
    params: { ...at, id: exampleComment.id },
    body: { body: exampleComment.body },
    response: exampleComment,
  },
});

export const listCommentHistory = route('GET /incidents/:key/comments/:id/history', {
  summary: 'Read what a comment said before it was rewritten, oldest first',
  tag,
  access: read,
  params: commentParams,
  success: { status: 200, body: z.object({ items: z.array(CommentVersion) }) },
  example: {
    params: { ...at, id: exampleComment.id },
    response: {
      items: [{ body: 'Agrees with 30 of 40 planted errors.', until: '2026-11-20T09:20:00.000Z' }],
    },
  },
});

export const removeComment = route('DELETE /incidents/:key/comments/:id', {
  summary: 'Remove a comment of your own; an administrator may remove any',
  tag,
  access: write,
  params: commentParams,
  success: { status: 204, body: null },
  example: { params: { ...at, id: exampleComment.id }, response: null },
});

const exampleEvidence = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a14',
  kind: 'link',
  title: 'Audit of 18 November',
  content: 'https://example.com/audits/2026-11-18',
  file: null,
  addedBy: 'Hana Sato',
  addedAt: '2026-11-20T09:14:00.000Z',
  mine: true,
  from: null,
};

export const listEvidence = route('GET /incidents/:key/evidence', {
  summary: 'Read the evidence of an incident',
  tag,
  access: read,
  params,
  success: { status: 200, body: z.object({ items: z.array(Evidence) }) },
  example: { params: at, response: { items: [exampleEvidence] } },
});

export const addEvidence = route('POST /incidents/:key/evidence', {
  summary: 'Add a link or a transcript as evidence',
  tag,
  access: write,
  params,
  body: NewEvidence,
  success: { status: 201, body: Evidence },
  idempotent: true,
  example: {
    params: at,
    body: { kind: 'link', title: exampleEvidence.title, content: exampleEvidence.content },
    response: exampleEvidence,
  },
});

export const removeEvidence = route('DELETE /incidents/:key/evidence/:id', {
  summary: 'Remove evidence that you added; triagers may remove any',
  tag,
  access: write,
  params: commentParams,
  success: { status: 204, body: null },
  example: { params: { ...at, id: exampleEvidence.id }, response: null },
});

const exampleLink = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a15',
  kind: 'regression_of',
  outgoing: true,
  key: 'INC-104',
  title: 'Alerts timed for taps',
};

export const listLinks = route('GET /incidents/:key/links', {
  summary: 'Read how an incident relates to others',
  tag,
  access: read,
  params,
  success: { status: 200, body: z.object({ items: z.array(IncidentLink) }) },
  example: { params: at, response: { items: [exampleLink] } },
});

export const addLink = route('POST /incidents/:key/links', {
  summary: 'Relate an incident to another',
  tag,
  access: write,
  params,
  body: NewIncidentLink,
  success: { status: 201, body: IncidentLink },
  idempotent: true,
  example: { params: at, body: { kind: 'regression_of', to: 'INC-104' }, response: exampleLink },
});

export const removeLink = route('DELETE /incidents/:key/links/:id', {
  summary: 'Remove a relation',
  tag,
  access: write,
  params: commentParams,
  success: { status: 204, body: null },
  example: { params: { ...at, id: exampleLink.id }, response: null },
});

export const listIncidentActivity = route('GET /incidents/:key/activity', {
  summary: 'Read everything that happened to an incident, newest first',
  tag,
  access: read,
  params,
  query: PageQuery,
  success: { status: 200, body: pageOf(ActivityEntry) },
  example: {
    params: at,
    response: {
      items: [
        {
          seq: 412,
          at: '2026-11-20T09:00:00.000Z',
          actor: author,
          verb: 'incident.accepted',
          payload: { note: '' },
        },
      ],
      next: null,
    },
  },
});

export const incidentTalkRoutes = [
  listComments,
  addComment,
  editComment,
  listCommentHistory,
  removeComment,
  listEvidence,
  addEvidence,
  removeEvidence,
  listLinks,
  addLink,
  removeLink,
  listIncidentActivity,
] as const;
