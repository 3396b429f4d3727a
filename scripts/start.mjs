// npm start: install, build, start the database, migrate, serve. Everything after the build lives in the API's harness.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';

try {
  await bootstrap();
} catch (error) {
  console.error(`\nPlumbline could not be built: ${error.message}`);
  process.exit(1);
}
await import(pathToFileURL(join(root, 'apps', 'api', 'dist', 'harness', 'start.js')).href);
