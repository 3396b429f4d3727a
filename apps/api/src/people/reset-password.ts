import { DataSource } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { hashPassword } from './passwords.js';
import { PersonRecord } from './person-record.js';
import { PersonsQueries } from './persons.queries.js';
import { randomText } from './secrets.js';
import { SessionsQueries } from './sessions.queries.js';

/**
 * Gives a person a new password and ends all their sessions; for `npm run admin -- reset-password <email>`, beside a
 * running API or without one.
 * @returns the new password, to be handed to the person, who should change it after signing in
 * @throws Error with a sentence when nobody has this address
 */
export async function resetPassword(databaseUrl: string, email: string): Promise<string> {
  const source = new DataSource({ type: 'postgres', url: databaseUrl });
  await source.initialize();
  try {
    return await reset(new Database(source), email);
  } finally {
    await source.destroy();
  }
}

async function reset(database: Database, email: string): Promise<string> {
  const persons = new PersonsQueries(database);
  // Nobody is rung for: whoever follows the record looks by himself every two seconds.
  const silent = { ring: () => undefined };
  const record = new PersonRecord(persons, new ActivityService(database, new Clock(), silent));
  const password = randomText(20);
  const passwordHash = await hashPassword(password);
  const person = await persons.byEmail(email);
  if (!person) throw new Error(`Nobody here has the e-mail address ${email}.`);
  await database.transaction(async () => {
    await persons.setPassword(person.id, passwordHash);
    await new SessionsQueries(database).endAll(person.id, null);
    const actor = { kind: 'system' as const, id: null, name: 'Administration' };
    await record.write(person.id, 'password_reset', {}, { actor, requestId: 'reset-password' });
  });
  return password;
}
