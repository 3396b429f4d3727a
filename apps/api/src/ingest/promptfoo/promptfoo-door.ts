import { readJson } from '../../platform/http/json-body.js';
import { megabyte, type Door } from '../door.js';
import { translatePromptfoo } from './translate-promptfoo.js';

/** Results files of promptfoo. */
export const promptfooDoor: Door = {
  name: 'promptfoo',
  scope: 'imports:write',
  most: 50 * megabyte,
  translate: ({ body }) => ({ signals: [], points: [], ...translatePromptfoo(readJson(body)) }),
};
