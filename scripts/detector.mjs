// npm run --silent detector: one JSON object a line in, one a line out, so that anyone can replay the detector.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, root } from './bootstrap.mjs';

// Standard output carries answers alone: what the build has to say goes to standard error.
console.log = console.error;
await bootstrap('--filter=@plumbline/shared');
const door = join(root, 'bench', 'divergence', 'door', 'open-door.mjs');
const { openDoor } = await import(pathToFileURL(door).href);
await openDoor(process.stdin, process.stdout);
