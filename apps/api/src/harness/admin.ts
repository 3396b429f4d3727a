import type { AdminCommand } from './admin-commands/admin-command.js';
import { backup, restore } from './admin-commands/backup.js';
import { demo } from './admin-commands/demo.js';
import { resetPasswordCommand } from './admin-commands/reset-password.js';

/** Everything `npm run admin -- <command>` can do. */
const commands: Readonly<Record<string, AdminCommand>> = {
  backup,
  restore,
  'reset-password': resetPasswordCommand,
  demo,
};

function help(): string {
  const lines = Object.entries(commands).map(
    ([name, { takes, does }]) => `  ${`${name} ${takes}`.padEnd(34)}${does}`,
  );
  return [
    'npm run admin -- <command>',
    '',
    ...lines,
    '',
    'It works on this installation: its own database, or the one that DATABASE_URL names.',
  ].join('\n');
}

const [name, ...words] = process.argv.slice(2);
const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) {
  try {
    await command.run(words, process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
} else {
  const asked = name === undefined || name === 'help' || name === '--help';
  if (!asked) console.error(`There is no command "${name}".\n`);
  console.log(help());
  process.exitCode = asked ? 0 : 1;
}
