// npm run admin -- <command>: the work on an installation that has no place in a browser.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, root } from './bootstrap.mjs';

await bootstrap();
await import(pathToFileURL(join(root, 'apps', 'api', 'dist', 'harness', 'admin.js')).href);
