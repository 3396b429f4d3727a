import type { Command } from './command.js';
import { matchCommands } from './match-commands.js';

function command(label: string, words = ''): Command {
  return { id: label, label, words, group: 'Go to', run: () => undefined };
}

const commands = [
  command('Open the word list'),
  command('Log incident', 'new report'),
  command('Go to incidents'),
];

test.each([
  ['', ['Open the word list', 'Log incident', 'Go to incidents']],
  ['inc', ['Log incident', 'Go to incidents']],
  ['go inc', ['Go to incidents', 'Log incident']],
  ['report', ['Log incident']],
  ['nothing like it', []],
])('"%s" finds %j', (query, labels) => {
  expect(matchCommands(commands, query).map(({ label }) => label)).toEqual(labels);
});
