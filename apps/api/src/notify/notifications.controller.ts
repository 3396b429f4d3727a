import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type Following,
  FollowingChange,
  type Notification,
  type NotificationPreferences,
  NotificationPreferencesChange,
  NotificationQuery,
  ReadNotifications,
  type UnreadCount,
} from '@plumbline/shared/contract/notification';
import {
  changePreferences,
  countUnread,
  followIncident,
  followSystem,
  listNotifications,
  readFollowingIncident,
  readFollowingSystem,
  readNotifications,
  readPreferences,
} from '@plumbline/shared/contract/notification-routes';
import { Clock } from '../platform/clock.js';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { FollowingService } from './following.service.js';
import { NotificationsQueries } from './notifications.queries.js';
import { PreferencesService } from './preferences.service.js';

@Controller()
export class NotificationsController {
  constructor(
    private readonly queries: NotificationsQueries,
    private readonly preferences: PreferencesService,
    private readonly following: FollowingService,
    private readonly clock: Clock,
  ) {}

  @Endpoint(listNotifications)
  async list(
    @Caller() caller: MemberCaller,
    @Query({ schema: NotificationQuery }) { unread, cursor, limit }: NotificationQuery,
  ): Promise<{ items: Notification[]; next: string | null }> {
    const before = readCursor(cursor, 1)?.[0];
    const rows = await this.queries.list(person(caller), {
      unread,
      before: before == null ? undefined : String(before),
      limit: limit + 1,
    });
    return pageFrom(rows, limit, ({ seq }) => [seq]);
  }

  @Endpoint(countUnread)
  count(@Caller() caller: MemberCaller): Promise<UnreadCount> {
    return this.queries.unread(person(caller));
  }

  @Endpoint(readNotifications)
  async read(
    @Caller() caller: MemberCaller,
    @Body({ schema: ReadNotifications }) { ids, read }: ReadNotifications,
  ): Promise<UnreadCount> {
    await this.queries.mark(person(caller), ids ?? null, read ? this.clock.now() : null);
    return this.queries.unread(person(caller));
  }

  @Endpoint(readPreferences)
  readPreferences(@Caller() caller: MemberCaller): Promise<NotificationPreferences> {
    return this.preferences.read(caller);
  }

  @Endpoint(changePreferences)
  changePreferences(
    @Caller() caller: MemberCaller,
    @Body({ schema: NotificationPreferencesChange }) change: NotificationPreferencesChange,
  ): Promise<NotificationPreferences> {
    return this.preferences.change(caller, change);
  }

  @Endpoint(readFollowingIncident)
  ofIncident(
    @Caller() caller: MemberCaller,
    @Param({ schema: readFollowingIncident.params }) { key }: { key: string },
  ): Promise<Following> {
    return this.following.ofIncident(caller, key);
  }

  @Endpoint(followIncident)
  followIncident(
    @Caller() caller: MemberCaller,
    @Param({ schema: followIncident.params }) { key }: { key: string },
    @Body({ schema: FollowingChange }) { follows }: FollowingChange,
  ): Promise<Following> {
    return this.following.followIncident(caller, key, follows);
  }

  @Endpoint(readFollowingSystem)
  ofSystem(
    @Caller() caller: MemberCaller,
    @Param({ schema: readFollowingSystem.params }) { system }: { system: string },
  ): Promise<Following> {
    return this.following.ofSystem(caller, system);
  }

  @Endpoint(followSystem)
  followSystem(
    @Caller() caller: MemberCaller,
    @Param({ schema: followSystem.params }) { system }: { system: string },
    @Body({ schema: FollowingChange }) { follows }: FollowingChange,
  ): Promise<Following> {
    return this.following.followSystem(caller, system, follows);
  }
}

/** These routes are for people alone: the guard turns keys away. */
function person({ workspaceId, personId, role, teamIds }: MemberCaller) {
  return { workspaceId, personId: personId!, role, teamIds };
}
