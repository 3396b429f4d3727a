import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AcceptanceService } from './acceptance.service.js';
import { AccessGuard } from './access.guard.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysQueries } from './api-keys.queries.js';
import { ApiKeysService } from './api-keys.service.js';
import { AttemptsQueries } from './attempts.queries.js';
import { ExampleStory } from './example-story.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsQueries } from './invitations.queries.js';
import { InvitationsService } from './invitations.service.js';
import { KeyCallers } from './key-callers.service.js';
import { MembersController } from './members.controller.js';
import { MembersQueries } from './members.queries.js';
import { MembersService } from './members.service.js';
import { Passwords } from './passwords.js';
import { PersonRecord } from './person-record.js';
import { PersonsQueries } from './persons.queries.js';
import { SessionController } from './session.controller.js';
import { SessionsQueries } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';
import { SetupCode } from './setup-code.js';
import { SetupController } from './setup.controller.js';
import { SetupService } from './setup.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { SignInService } from './sign-in.service.js';
import { TeamsController } from './teams.controller.js';
import { TeamsQueries } from './teams.queries.js';
import { TeamsService } from './teams.service.js';
import { WorkspacesController } from './workspaces.controller.js';
import { WorkspacesQueries } from './workspaces.queries.js';
import { WorkspacesService } from './workspaces.service.js';

/** People, their workspaces, sessions and keys; and the guard before every route. */
@Module({
  controllers: [
    SetupController,
    SessionController,
    AccountController,
    WorkspacesController,
    MembersController,
    TeamsController,
    InvitationsController,
    ApiKeysController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    AcceptanceService,
    AccountService,
    ApiKeysQueries,
    ApiKeysService,
    AttemptsQueries,
    ExampleStory,
    InvitationsQueries,
    InvitationsService,
    KeyCallers,
    MembersQueries,
    MembersService,
    Passwords,
    PersonRecord,
    PersonsQueries,
    SessionsQueries,
    SessionsService,
    SetupCode,
    SetupService,
    SignInService,
    SignInThrottle,
    TeamsQueries,
    TeamsService,
    WorkspacesQueries,
    WorkspacesService,
  ],
  exports: [
    ApiKeysService,
    ExampleStory,
    SetupService,
    KeyCallers,
    ApiKeysQueries,
    MembersQueries,
    TeamsQueries,
    WorkspacesService,
  ],
})
export class PeopleModule {}
