import { PassThrough, type Readable } from 'node:stream';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Bell } from '../platform/live/bell.js';
import { LOGGER, type Logger } from '../platform/log.js';
import { maySee } from '../people/who-sees.js';
import { PresenceService } from './presence.service.js';
import { changesAfter, endsOfRecords } from './changes.queries.js';

/** A comment this often shows proxies and browsers that the stream lives, in milliseconds. */
const heartbeat = 15_000;
/** Rights are looked at when a stream begins; this is how long one lasts, in milliseconds. */
const lifetime = 60_000;
/** The bell can fail to ring: whoever listens looks by himself this often, in milliseconds. */
const lookAnyway = 2_000;
const inOneRead = 200;
/** A reader that takes nothing more is let go; it continues from its last id. In bytes. */
const mostUnread = 256 * 1024;

/** One page that follows a workspace. */
interface Follower {
  caller: MemberCaller;
  out: PassThrough;
  /** The last number it was told of. */
  seq: number;
  busy: boolean;
  /** Something rang while it was being served. */
  again: boolean;
  timers: NodeJS.Timeout[];
}

/** Keeps event streams fed: woken by the bell, and by a look of its own every two seconds. */
@Injectable()
export class ChangeStreams implements BeforeApplicationShutdown {
  private readonly followers = new Set<Follower>();
  private looking: NodeJS.Timeout | null = null;
  private stopListening: (() => void) | null = null;

  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
    private readonly presence: PresenceService,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Begins a stream of what happens after a number. It ends by itself after a minute, or when its reader leaves. */
  open(caller: MemberCaller, after: number): Readable {
    const out = new PassThrough();
    const follower: Follower = { caller, out, seq: after, busy: false, again: false, timers: [] };
    follower.timers.push(
      setInterval(() => this.write(follower, ': still here\n\n'), heartbeat),
      setTimeout(() => this.end(follower), lifetime),
    );
    out.on('close', () => this.end(follower));
    out.on('error', () => this.end(follower));
    this.followers.add(follower);
    this.attend();
    // Browsers that lose the stream come back soon; the id tells those that were never sent a change where they are.
    this.write(follower, `retry: 1000\nid: ${after}\nevent: begin\ndata: {}\n\n`);
    void this.serve(follower);
    return out;
  }

  /** Ends every stream, so that the requests under way can finish. */
  beforeApplicationShutdown(): void {
    for (const follower of this.followers) this.end(follower);
  }

  private attend(): void {
    this.stopListening ??= this.listen();
    this.looking ??= setInterval(() => void this.look(), lookAnyway);
  }

  private listen(): () => void {
    const stop = this.bell.listen((workspaceId) => {
      for (const follower of this.followers) {
        if (follower.caller.workspaceId === workspaceId) void this.serve(follower);
      }
    });
    const stopSeeing = this.presence.listen((place) => void this.show(place));
    return () => {
      stop();
      stopSeeing();
    };
  }

  /** Tells those who may see an incident who looks at it now. */
  private async show({
    workspaceId,
    incidentId,
  }: {
    workspaceId: string;
    incidentId: string;
  }): Promise<void> {
    const here = [...this.followers].filter(({ caller }) => caller.workspaceId === workspaceId);
    if (here.length === 0) return;
    try {
      const words = `event: presence\ndata: ${JSON.stringify(await this.presence.at(workspaceId, incidentId))}\n\n`;
      for (const follower of here)
        if (await maySee(this.database, follower.caller, incidentId)) this.write(follower, words);
    } catch (error) {
      this.log.debug({ error: String(error) }, 'a presence could not be shown');
    }
  }

  private end(follower: Follower): void {
    follower.timers.forEach((timer) => clearTimeout(timer));
    follower.out.end();
    this.followers.delete(follower);
    if (this.followers.size > 0) return;
    this.stopListening?.();
    this.stopListening = null;
    if (this.looking) clearInterval(this.looking);
    this.looking = null;
  }

  private async look(): Promise<void> {
    const workspaces = [...new Set([...this.followers].map(({ caller }) => caller.workspaceId))];
    try {
      const ends = await endsOfRecords(this.database, workspaces);
      for (const follower of this.followers) {
        if ((ends.get(follower.caller.workspaceId) ?? 0) > follower.seq) void this.serve(follower);
      }
    } catch (error) {
      this.log.debug({ error: String(error) }, 'changes could not be looked at');
    }
  }

  private async serve(follower: Follower): Promise<void> {
    if (follower.busy) {
      follower.again = true;
      return;
    }
    follower.busy = true;
    try {
      let full = true;
      while ((full || follower.again) && this.followers.has(follower)) {
        follower.again = false;
        const { items, last, read } = await changesAfter(
          this.database,
          follower.caller,
          follower.seq,
          inOneRead,
        );
        follower.seq = last;
        full = read === inOneRead;
        for (const change of items) {
          this.write(follower, `id: ${change.seq}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
        }
      }
    } catch (error) {
      this.log.debug({ error: String(error) }, 'a stream could not be served');
      this.end(follower);
    } finally {
      follower.busy = false;
    }
  }

  private write(follower: Follower, words: string): void {
    if (!this.followers.has(follower)) return;
    follower.out.write(words);
    if (follower.out.writableLength > mostUnread) this.end(follower);
  }
}
