import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

/** A refusal in the words of somebody else's protocol. */
export interface RefusalAnswer {
  status: number;
  contentType: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** How a route that speaks another protocol refuses: stands in the route's configuration as `refusal`. */
export type Refusal = (problem: Problem, request: FastifyRequest) => RefusalAnswer;

/** Sends a refusal; a request to come again later keeps its header. */
export async function sendRefusal(reply: FastifyReply, answer: RefusalAnswer): Promise<void> {
  await reply
    .status(answer.status)
    .headers({ ...answer.headers, 'cache-control': 'no-store' })
    .type(answer.contentType)
    .send(answer.body);
}
