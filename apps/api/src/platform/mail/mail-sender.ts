import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config.js';

/** One mail, ready to go. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for every attempt, so that a mail that arrives twice can be told to be one. */
  messageId: string;
  headers: Record<string, string>;
}

/** Why a server did not take a mail, and whether it makes sense to try again. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  constructor(
    message: string,
    readonly forGood: boolean,
  ) {
    super(message);
  }
}

const patienceMs = 10_000;

/** Hands mails to the SMTP server of this installation, where it has one. */
@Injectable()
export class MailSender {
  private transport: Transporter | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get configured(): boolean {
    return this.config.mail !== null;
  }

  /** Whom mails come from; '' where none are sent. */
  get from(): string {
    return this.config.mail?.from ?? '';
  }

  /** @throws MailRefused when the server did not take it, or none is configured */
  async send(mail: Mail): Promise<void> {
    if (!this.config.mail)
      throw new MailRefused('This installation sends no mail: SMTP_URL is not set.', false);
    this.transport ??= createTransport({
      url: this.config.mail.smtpUrl,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    });
    try {
      await this.transport.sendMail({ from: this.config.mail.from, ...mail });
    } catch (error) {
      const { responseCode, message } = error as Error & { responseCode?: number };
      // 5xx is the server's last word about this mail, but not about who we are (530, 535).
      const forGood = responseCode !== undefined && responseCode >= 540;
      throw new MailRefused(message.slice(0, 300), forGood);
    }
  }
}
