import { openAdminDatabase } from '../admin-database.js';
import type { AdminCommand } from './admin-command.js';

export const resetPasswordCommand: AdminCommand = {
  takes: '<email>',
  does: 'give a person a new password, shown once, and end all their sessions; also while Plumbline runs',
  async run([email], environment) {
    if (!email) throw new Error('Name the person: npm run admin -- reset-password hana@example.org');
    const database = await openAdminDatabase(environment, { mayMake: false });
    try {
      const { resetPassword } = await import('../../people/reset-password.js');
      const password = await resetPassword(database.url, email);
      console.log(`The new password of ${email}: ${password}`);
      console.log(
        'Hand it over on a safe way; it can be changed under Settings, Account. Their sessions have ended.',
      );
    } finally {
      await database.close();
    }
  },
};
