import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook as Verifier } from 'standardwebhooks';

export interface Received {
  path: string;
  headers: Record<string, string>;
  text: string;
  // oxlint-disable-next-line no-explicit-any
  body: any;
}

type Behaviour = (response: ServerResponse) => void;

/** Somebody on this machine who is told things, and answers as the story wants it. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  private readonly behaviours: Behaviour[] = [];

  private constructor(private readonly server: Server) {}

  static async listen(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const headers = request.headers as Record<string, string>;
        receiver.received.push({ path: request.url!, headers, text, body: JSON.parse(text) });
        const behave = receiver.behaviours.shift() ?? ((usual) => usual.writeHead(204).end());
        behave(response);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What it answers to the next request; several are taken in their order, then 204 again. */
  next(behave: Behaviour): this {
    this.behaviours.push(behave);
    return this;
  }

  answers(status: number, headers: Record<string, string> = {}): this {
    return this.next((response) => response.writeHead(status, headers).end('so be it'));
  }

  /** Takes the request and says nothing. */
  holds(): this {
    return this.next(() => undefined);
  }

  /** All that came since the last look. */
  take(): Received[] {
    return this.received.splice(0);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** Reads a telling with the library that receivers use. @throws Error when the signature is wrong */
export function verified(secret: string, { text, headers }: Received): unknown {
  return new Verifier(secret).verify(text, headers);
}
