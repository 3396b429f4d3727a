import type { Change } from '@plumbline/shared/contract/change';
import type { Presence } from '@plumbline/shared/contract/presence';

/** An open stream, read event by event. */
export class ChangeStream {
  private text = '';
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private readonly decoder = new TextDecoder();

  private constructor(
    readonly response: Response,
    private readonly leave: AbortController,
  ) {
    this.reader = response.body!.getReader();
  }

  /** Opens it and waits until it has begun. */
  static async open(server: { url: string }, headers: Record<string, string>): Promise<ChangeStream> {
    const leave = new AbortController();
    const response = await fetch(`${server.url}/api/v1/changes/stream`, { headers, signal: leave.signal });
    const stream = new ChangeStream(response, leave);
    await stream.block();
    return stream;
  }

  /** The next change; waits for it. */
  async next(): Promise<Change> {
    for (;;) {
      const block = await this.block();
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (block.includes('event: change')) return JSON.parse(data!) as Change;
    }
  }

  /** Who looks at an incident when that changes next; waits for it. */
  async nextPresence(): Promise<Presence> {
    for (;;) {
      const block = await this.block();
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (block.includes('event: presence')) return JSON.parse(data!) as Presence;
    }
  }

  /** @returns true once the server has ended it */
  async ended(): Promise<true> {
    for (;;) {
      const { done } = await this.reader.read();
      if (done) return true;
    }
  }

  close(): void {
    this.leave.abort();
  }

  private async block(): Promise<string> {
    for (;;) {
      const cut = this.text.indexOf('\n\n');
      if (cut >= 0) {
        const block = this.text.slice(0, cut);
        this.text = this.text.slice(cut + 2);
        return block;
      }
      const { value, done } = await this.reader.read();
      if (done) throw new Error('The stream ended.');
      this.text += this.decoder.decode(value, { stream: true });
    }
  }
}
