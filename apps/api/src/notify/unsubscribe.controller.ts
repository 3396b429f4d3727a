import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { digestOf } from '../people/secrets.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/problem/problem.js';
import { PreferencesService } from './preferences.service.js';

const html = 'text/html; charset=utf-8';

/**
 * Where the link at the foot of a mail leads. Opening it asks, so that nobody is unsubscribed by a program that looks
 * at links; the button of a mail program posts (RFC 8058), and needs no account.
 */
@Controller()
export class UnsubscribeController {
  constructor(
    private readonly database: Database,
    private readonly preferences: PreferencesService,
  ) {}

  @Get('unsubscribe/:token')
  @Header('content-type', html)
  @Header('cache-control', 'no-store')
  async ask(@Param('token') token: string): Promise<string> {
    await this.mailOf(token);
    return page(
      'No more of these mails?',
      '<form method="post"><button>No more of these mails</button></form>',
    );
  }

  @Post('unsubscribe/:token')
  @HttpCode(200)
  @RouteConfig({ raw: true, bodyLimit: 4096 })
  @Header('content-type', html)
  async unsubscribe(@Param('token') token: string): Promise<string> {
    const { workspaceId, deliveryId } = await this.mailOf(token);
    await this.preferences.unsubscribe(workspaceId, deliveryId);
    return page('No more of these mails', 'Under Settings, Notifications you can ask for them again.');
  }

  private async mailOf(token: string): Promise<{ workspaceId: string; deliveryId: string }> {
    const row = await this.database.first<{ workspaceId: string; deliveryId: string }>(
      `SELECT workspace_id AS "workspaceId", subject_id AS "deliveryId" FROM credential
        WHERE hash = $1 AND kind = 'mail'`,
      [digestOf(token)],
    );
    if (!row) throw notFound('mail');
    return row;
  }
}

function page(title: string, body: string): string {
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title} · Plumbline</title><main><h1>${title}</h1><p>${body}</p></main></html>`
  );
}
