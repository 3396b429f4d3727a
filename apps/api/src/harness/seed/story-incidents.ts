import { chatIncidents } from './incidents/chat.js';
import { feedAudience } from './incidents/feed-audience.js';
import { feedEngagement } from './incidents/feed-engagement.js';
import { hiringIncidents } from './incidents/hiring.js';
import { mailAgency } from './incidents/mail-agency.js';
import { mailRewards } from './incidents/mail-rewards.js';
import { moderationDecisions } from './incidents/moderation-decisions.js';
import { moderationReview } from './incidents/moderation-review.js';
import type { StoryIncident } from './story-incident.js';

/** Every incident of the example story. */
export const storyIncidents: readonly StoryIncident[] = [
  ...feedEngagement,
  ...feedAudience,
  ...moderationDecisions,
  ...moderationReview,
  ...hiringIncidents,
  ...chatIncidents,
  ...mailRewards,
  ...mailAgency,
];
