import { createEmptyDatabase } from '../../harness/test-database.js';
import { checkServer, durabilityFault } from './durability.js';

const safe = {
  server_version_num: '180001',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
};

test.each([
  ['PostgreSQL 16', { server_version_num: '160000' }],
  ['everything on', {}],
  ['commits that wait for a replica', { synchronous_commit: 'remote_apply' }],
])('%s is taken', (_, settings) => {
  expect(durabilityFault({ ...safe, ...settings })).toBeNull();
});

test.each([
  ['PostgreSQL 15', { server_version_num: '150012' }, 'PostgreSQL 16 or newer'],
  ['fsync off', { fsync: 'off' }, 'with fsync off'],
  ['full_page_writes off', { full_page_writes: 'off' }, 'with full_page_writes off'],
  ['synchronous_commit off', { synchronous_commit: 'off' }, 'with synchronous_commit off'],
  ['two off', { fsync: 'off', synchronous_commit: 'off' }, 'with fsync, synchronous_commit off'],
])('%s is refused, by name', (_, settings, words) => {
  expect(durabilityFault({ ...safe, ...settings })).toContain(words);
});

test('the test server itself is refused, unless a test says that it may be unsafe', async () => {
  const database = await createEmptyDatabase();
  await expect(checkServer(database.url, { allowUnsafe: false })).rejects.toThrow(
    'with fsync, full_page_writes, synchronous_commit off',
  );
  await checkServer(database.url, { allowUnsafe: true });
  await database.drop();
});
