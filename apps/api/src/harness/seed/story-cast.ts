/** The people of the example story, by a short name that the rest of it uses. They have no password: nobody signs in as them. */
export const storyPeople = {
  hana: { name: 'Hana Sato', email: 'hana.sato@story.invalid', role: 'triager' },
  jonas: { name: 'Jonas Lindqvist', email: 'jonas.lindqvist@story.invalid', role: 'triager' },
  amara: { name: 'Amara Okafor', email: 'amara.okafor@story.invalid', role: 'triager' },
  mateus: { name: 'Mateus Carvalho', email: 'mateus.carvalho@story.invalid', role: 'triager' },
  elif: { name: 'Elif Demir', email: 'elif.demir@story.invalid', role: 'triager' },
  tomasz: { name: 'Tomasz Wrona', email: 'tomasz.wrona@story.invalid', role: 'reporter' },
  priya: { name: 'Priya Raman', email: 'priya.raman@story.invalid', role: 'triager' },
} as const;
export type StoryPerson = keyof typeof storyPeople;

export const storyTeams = {
  feed: { name: 'Feed quality', members: ['jonas', 'hana'] },
  safety: { name: 'Trust and safety', members: ['elif', 'mateus'] },
  hiring: { name: 'Hiring tools', members: ['tomasz', 'amara'] },
  assistants: { name: 'Assistants', members: ['priya', 'hana'] },
  risk: { name: 'AI risk', members: ['amara', 'mateus'] },
} as const satisfies Record<string, { name: string; members: readonly StoryPerson[] }>;
export type StoryTeam = keyof typeof storyTeams;
