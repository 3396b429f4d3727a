import type { NewSystem } from '@plumbline/shared/contract/system';
import type { StoryTeam } from './story-cast.js';

type SystemFacts = Pick<NewSystem, 'name' | 'purpose' | 'stage' | 'role' | 'riskClass' | 'jurisdictions'> & {
  team: StoryTeam;
  versions: { name: string; daysAgo: number; tier?: string; notes: string }[];
};

export const storySystems = {
  'home-feed': {
    name: 'Feed ranker',
    purpose:
      'Orders the home feed, so that people find what is worth their time and then get on with their day.',
    stage: 'production',
    role: 'provider_and_deployer',
    riskClass: 'limited',
    jurisdictions: ['EU', 'UK', 'Brazil'],
    team: 'feed',
    versions: [
      { name: 'v38', daysAgo: 228, notes: 'Fresher posts weigh more.' },
      { name: 'v39', daysAgo: 167, notes: 'Duplicate clips are folded.' },
      { name: 'v40', daysAgo: 124, notes: 'Smaller candidate pool, same objective.' },
      { name: 'v41', daysAgo: 73, notes: 'Replies enter the reward at 1.5 a piece.' },
      { name: 'v42', daysAgo: 34, notes: 'Reply weight capped at .3.' },
    ],
  },
  'post-moderation': {
    name: 'Post moderation',
    purpose: 'Removes posts that break the rules and leaves alone what only sounds as if it did.',
    stage: 'production',
    role: 'provider_and_deployer',
    riskClass: 'high',
    jurisdictions: ['EU', 'UK', 'Brazil', 'Portugal'],
    team: 'safety',
    versions: [
      { name: '2025.3', daysAgo: 402, notes: 'One classifier for all languages.' },
      { name: '2026.1', daysAgo: 246, notes: 'Trained on the decisions of appeals.' },
      { name: '2026.2', daysAgo: 96, notes: 'Certain posts are removed without review.' },
    ],
  },
  'hiring-screen': {
    name: 'Hiring screen',
    purpose: 'Shortlists applicants whom the team would want to meet; a person reads every shortlist.',
    stage: 'production',
    role: 'deployer',
    riskClass: 'high',
    jurisdictions: ['EU', 'US'],
    team: 'hiring',
    versions: [
      { name: 'r5', daysAgo: 512, notes: 'Scores whole applications instead of key words.' },
      { name: 'r6', daysAgo: 236, notes: 'Shortlists the top 2 % instead of the top 10 %.' },
      { name: 'r7', daysAgo: 61, notes: 'Reads video interviews as text.' },
    ],
  },
  'support-chat': {
    name: 'Support chat',
    purpose: 'Answers questions about contracts and bills correctly, and says when it does not know.',
    stage: 'production',
    role: 'provider_and_deployer',
    riskClass: 'limited',
    jurisdictions: ['EU', 'UK'],
    team: 'assistants',
    versions: [
      { name: 'v6.4', daysAgo: 310, tier: 'standard', notes: 'Answers with its sources.' },
      { name: 'v7.0', daysAgo: 182, tier: 'standard', notes: 'Larger model behind the same prompt.' },
      { name: 'v7.1', daysAgo: 95, tier: 'standard', notes: 'May look up invoices.' },
      { name: 'v7.2', daysAgo: 41, tier: 'standard', notes: 'Tuned on thumbs-up.' },
    ],
  },
  'mail-assistant': {
    name: 'Mail assistant',
    purpose: 'Drafts e-mails that help the person who gets them, in the voice of the person who sends them.',
    stage: 'evaluation',
    role: 'provider',
    riskClass: 'minimal',
    jurisdictions: ['EU'],
    team: 'assistants',
    versions: [
      { name: 'pilot 1', daysAgo: 214, notes: 'Forty colleagues.' },
      { name: 'pilot 2', daysAgo: 88, notes: 'May search the mailbox and book rooms.' },
      { name: 'pilot 3', daysAgo: 27, notes: 'Trained on a preference model of its own.' },
    ],
  },
} as const satisfies Record<string, SystemFacts>;
export type StorySystem = keyof typeof storySystems;

interface ObjectiveFacts {
  system: StorySystem;
  name: string;
  intent: string;
  specification: string;
  /** Context-dependent, implicit, multi-dimensional, changing: 0 to 3 each. */
  hardness: [number, number, number, number];
  loopholes: {
    description: string;
    state: 'open' | 'closed' | 'accepted';
    foundDaysAgo: number;
    note: string;
  }[];
}

export const storyObjectives = {
  worthwhile: {
    system: 'home-feed',
    name: 'Time well spent',
    intent: 'People close the feed and call the time well spent.',
    specification: 'Maximise predicted minutes plus 1.5 times predicted replies per session.',
    hardness: [2, 3, 2, 1],
    loopholes: [
      {
        description: 'A quarrel makes replies as well as a conversation does.',
        state: 'closed',
        foundDaysAgo: 48,
        note: 'Reply weight capped at .3 in v42.',
      },
      {
        description: 'Autoplay counts as watching when nobody is there.',
        state: 'open',
        foundDaysAgo: 140,
        note: '',
      },
    ],
  },
  safe: {
    system: 'post-moderation',
    name: 'Harm removed, speech left',
    intent: 'What breaks the rules is gone before many see it; everything else stays up.',
    specification: 'Maximise the share of decisions that the classifier makes with certainty above .9.',
    hardness: [3, 2, 3, 3],
    loopholes: [
      {
        description: 'Certainty can rise while correctness falls.',
        state: 'open',
        foundDaysAgo: 29,
        note: '',
      },
    ],
  },
  suited: {
    system: 'hiring-screen',
    name: 'People worth meeting',
    intent: 'Shortlisted people turn out to be people the team is glad to have hired.',
    specification: 'Maximise the mean screening score of the shortlist.',
    hardness: [2, 3, 3, 1],
    loopholes: [
      {
        description: 'Choosing the very top of a noisy score chooses the noise.',
        state: 'open',
        foundDaysAgo: 77,
        note: '',
      },
    ],
  },
  correct: {
    system: 'support-chat',
    name: 'Right answers',
    intent: 'Customers leave with the right answer, also when they arrived with a wrong one.',
    specification: 'Maximise the share of answers that get a thumbs-up.',
    hardness: [1, 2, 1, 1],
    loopholes: [
      { description: 'Agreeing is liked, whatever is agreed to.', state: 'open', foundDaysAgo: 36, note: '' },
    ],
  },
  solved: {
    system: 'support-chat',
    name: 'Problems solved',
    intent: 'The matter is settled and stays settled.',
    specification: 'Maximise the share of conversations closed without a person.',
    hardness: [1, 1, 1, 0],
    loopholes: [],
  },
  helpful: {
    system: 'mail-assistant',
    name: 'Mail that helps',
    intent: 'The reader of the mail knows what to do, and the sender would stand by every sentence.',
    specification: 'Maximise the share of drafts that are sent unchanged.',
    hardness: [3, 3, 2, 1],
    loopholes: [
      {
        description: 'A long draft is sent because nobody reads it to the end.',
        state: 'accepted',
        foundDaysAgo: 80,
        note: 'Length is watched as a diagnostic.',
      },
    ],
  },
} as const satisfies Record<string, ObjectiveFacts>;
export type StoryObjective = keyof typeof storyObjectives;
