import { posix } from 'node:path';
import { insides, rooms, type Room } from './house.js';
import type { Import, Source } from './source.js';

/** A place of the house: its room, and its name with the `*` filled in (`web/features/incidents`). */
interface Place {
  room: Room;
  name: string;
}

const sharedPackage = '@plumbline/shared/';

/** @returns where a path belongs; null when it is not drawn in the house */
export function placeOf(path: string): Place | null {
  for (const room of rooms) {
    const pattern = room.at.replace(/[.]/g, '\\.').replace('*', '([^/]+)');
    const found = new RegExp(`^${pattern}${room.at.endsWith('/') ? '' : '$'}`).exec(path);
    if (found) return { room, name: room.name.replace('*', found[1] ?? '*') };
  }
  return null;
}

/** @returns the path an import points at, without its ending; null for a package */
export function targetOf(from: string, specifier: string): string | null {
  if (specifier.startsWith(sharedPackage))
    return `packages/shared/src/${specifier.slice(sharedPackage.length)}`;
  if (!specifier.startsWith('.')) return null;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '');
}

const fits = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;

/** @returns a sentence for each import of the file that runs the wrong way */
export function wrongWays(source: Source): string[] {
  if (!isProgram(source.path)) return crossings(source);
  const place = placeOf(source.path);
  if (!place) return [`${source.path} lives in no room of the house: draw it in house.ts or move it.`];
  return source.imports.flatMap((imported) => faultOf(source.path, place, imported) ?? []);
}

/** Tests may set up whatever they test; every other file of a `src` folder is part of the program. */
const isProgram = (path: string): boolean => path.includes('/src/') && !/\.spec\.tsx?$/.test(path);

function crossings({ path, imports }: Source): string[] {
  const [own, other] = path.startsWith('apps/web/') ? ['web', 'apps/api/'] : ['api', 'apps/web/'];
  return imports
    .filter(({ specifier }) => targetOf(path, specifier)?.startsWith(other!))
    .map(({ specifier }) => `${path} imports ${specifier}: the ${own} side never imports the other.`);
}

function faultOf(path: string, place: Place, { specifier, typeOnly }: Import): string | null {
  const target = targetOf(path, specifier);
  if (target === null) {
    const banned = place.room.without.some((pattern) => fits(pattern, specifier));
    return banned ? `${path} imports ${specifier}: ${place.name} does without it.` : null;
  }
  if (/\.(css|svg)$/.test(target)) return null;
  const there = placeOf(target) ?? placeOf(`${target}.ts`) ?? placeOf(`${target}.tsx`);
  if (!there) return `${path} imports ${specifier}, which lives in no room of the house.`;
  if (there.name === place.name) return null;
  if (!place.room.mayCall.some((pattern) => fits(pattern, there.name)))
    return `${path} imports ${specifier}: ${place.name} may not call ${there.name}.`;
  if (isFeature(place) && isFeature(there) && !typeOnly && insides.test(`${target}.js`))
    return `${path} imports ${specifier}: call ${there.name} by its service, not by its insides.`;
  return null;
}

const isFeature = ({ room }: Place): boolean =>
  room.at.startsWith('apps/api/src/') && room.name !== 'api/platform' && room.name !== 'api/harness';
