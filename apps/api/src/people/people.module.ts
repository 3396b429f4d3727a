import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysQueries } from './api-keys.queries.js';
import { ApiKeysService } from './api-keys.service.js';
import { ExampleStory } from './example-story.js';
import { KeyCallers } from './key-callers.service.js';
import { Passwords } from './passwords.js';
import { PersonsQueries } from './persons.queries.js';
import { SessionController } from './session.controller.js';
import { SessionsQueries } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';
import { SetupCode } from './setup-code.js';
import { SetupController } from './setup.controller.js';
import { SetupService } from './setup.service.js';
import { SignInService } from './sign-in.service.js';
import { WorkspacesQueries } from './workspaces.queries.js';
import { WorkspacesService } from './workspaces.service.js';

/** People, their workspaces, sessions and keys; and the guard before every route. */
@Module({
  controllers: [SetupController, SessionController, ApiKeysController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    ApiKeysQueries,
    ApiKeysService,
    ExampleStory,
    KeyCallers,
    Passwords,
    PersonsQueries,
    SessionsQueries,
    SessionsService,
    SetupCode,
    SetupService,
    SignInService,
    WorkspacesQueries,
    WorkspacesService,
  ],
  exports: [ExampleStory, SetupService, KeyCallers, ApiKeysQueries],
})
export class PeopleModule {}
