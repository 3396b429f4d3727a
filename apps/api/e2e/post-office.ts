import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface Received {
  to: string;
  text: string;
}

/** A real SMTP server on a free port, which keeps what it takes. */
export class PostOffice {
  received: Received[] = [];
  /** What it answers to a letter; null takes it. */
  refusal: (Error & { responseCode: number }) | null = null;
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const text = unfolded(Buffer.concat(chunks).toString('utf8'));
          if (!this.refusal) this.received.push({ to: envelope.rcptTo[0]!.address, text });
          done(this.refusal);
        });
      },
    });
  }

  static async open(): Promise<PostOffice> {
    const office = new PostOffice();
    await new Promise<void>((resolve) => office.server.listen(0, '127.0.0.1', resolve));
    return office;
  }

  get url(): string {
    const { port } = this.server.server.address() as { port: number };
    return `smtp://127.0.0.1:${port}`;
  }

  /** Has it answer every letter with an error of SMTP. */
  refuse(responseCode: number): void {
    this.refusal = Object.assign(new Error('Not now'), { responseCode });
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

/** Quoted-printable lines as they were written. */
const unfolded = (text: string): string =>
  text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
