// npm start: install, build, start the database, migrate, serve. Everything after the build lives in the API's harness.
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, root } from './bootstrap.mjs';

// Where Node can keep what it compiled (22.8 and later), the next start need not compile it again.
module.enableCompileCache?.(join(root, 'node_modules', '.plumbline-compiled'));
await bootstrap();
await import(pathToFileURL(join(root, 'apps', 'api', 'dist', 'harness', 'start.js')).href);
