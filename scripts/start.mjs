// npm start: install, build, start the database, migrate, serve. Everything after the build lives in the API's harness.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, root } from './bootstrap.mjs';

await bootstrap();
await import(pathToFileURL(join(root, 'apps', 'api', 'dist', 'harness', 'start.js')).href);
