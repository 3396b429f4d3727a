import { openAdminDatabase } from '../admin-database.js';
import type { AdminCommand } from './admin-command.js';

export const demo: AdminCommand = {
  takes: '[workspace]',
  does: 'put the example story into a workspace, named as in its address; it can be removed in the settings',
  async run([slug], environment) {
    const database = await openAdminDatabase(environment, { mayMake: false });
    try {
      // The whole program is behind this; the other commands do without it.
      const { tellStory } = await import('./tell-story.js');
      const { workspace, incidents, systems } = await tellStory(database.url, environment, slug);
      console.log(`"${workspace}" holds the example story now: ${incidents} incidents, ${systems} systems.`);
    } finally {
      await database.close();
    }
  },
};
