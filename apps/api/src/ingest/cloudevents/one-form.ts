import { HTTP, type CloudEvent } from 'cloudevents';
import { Problem } from '../../platform/problem/problem.js';

interface Came {
  headers: Record<string, string>;
  body: Buffer;
}

/**
 * Brings an event whose parts stand in headers (binary mode) into its JSON form, so that what is kept can be read and
 * taken in once more; what has that form already stays as it came.
 * @throws Problem 400 for headers that make no event
 */
export function inOneForm({ headers, body }: Came): Came {
  if (headers['ce-specversion'] === undefined) return { headers, body };
  try {
    const event = HTTP.toEvent({ headers, body: body.toString() }) as CloudEvent<unknown>;
    const structured = HTTP.structured(event);
    return {
      headers: { ...headers, 'content-type': 'application/cloudevents+json' },
      body: Buffer.from(structured.body as string),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
    throw new Problem('request/invalid', `The headers make no CloudEvent: ${why}.`);
  }
}
