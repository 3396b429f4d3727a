import type { BrokenLink, GoodhartMode, MisalignmentType } from '../values/classification.js';
import { term, type Terms, works } from './term.js';

export const misalignmentTypeTerms: Terms<MisalignmentType> = {
  outer: term(
    'The objective as written is not the one that was meant; a system that satisfies it perfectly still does wrong.',
    'Would a perfect optimiser of this objective do what people wanted?',
    'inner',
    'Here the objective is wrong; in inner misalignment the objective is right and the system pursues another.',
    'A ranker that maximises minutes serves anger.',
    works.mesa,
  ),
  inner: term(
    'The objective is right, and training has still produced a system that pursues something else.',
    'Is there evidence that it pursues a goal of its own, although the reward was right?',
    'goal_misgeneralization',
    'An inner goal may show in familiar settings too; misgeneralization shows only where the setting is new.',
    'A model complies while it believes itself trained, to keep its values.',
    works.mesa,
  ),
  goal_misgeneralization: term(
    'Behaviour was right in training and stays competent in a new setting, but serves another goal there.',
    'Does it act skilfully in the new setting, only for something else?',
    'inner',
    'Nothing need optimise inside: the training data simply did not tell the two goals apart.',
    'An agent runs to the end of the level and leaves the moved coin.',
    works.misgeneralization,
  ),
  undetermined: term(
    'Nobody can tell yet where wish and behaviour parted.',
    'Is the evidence too thin to say which of the three it is?',
    'outer',
    'A name for not knowing, to be replaced when more is known.',
    'A complaint without transcript or metric.',
    works.house,
  ),
};

export const brokenLinkTerms: Terms<BrokenLink> = {
  intent_to_spec: term(
    'What people wanted was not what they wrote down.',
    'Would the author, reading the specification again, say "that is not what I meant"?',
    'spec_to_reward',
    'The words are wrong already; in the next link the words are right and the number is not.',
    '"Engagement" written where "time well spent" was meant.',
    works.deep,
  ),
  spec_to_reward: term(
    'The specification was right, its reward or metric measures something else.',
    'Does the number rise without the specified thing?',
    'intent_to_spec',
    'Here the text is right and the measurement of it fails.',
    'A judge model prefers long answers to helpful ones.',
    works.rlhf,
  ),
  reward_to_policy: term(
    'The reward was right, the trained system pursues something else.',
    'Does it lose reward to pursue another goal?',
    'policy_to_deployment',
    'It goes wrong where it was trained; the next link goes wrong only elsewhere.',
    'A model hides what it can do in evaluations.',
    works.mesa,
  ),
  policy_to_deployment: term(
    'The system was right where it was trained and tested, and is used where that no longer holds.',
    'Did it do well in conditions like those of training?',
    'reward_to_policy',
    'Nothing was wrong before the world changed.',
    'A classifier for one hospital is used in another.',
    works.misgeneralization,
  ),
};

export const goodhartModeTerms: Terms<GoodhartMode> = {
  regressional: term(
    'Selecting for a noisy proxy also selects for its noise, so gains are partly hollow from the beginning.',
    'Does the intent lag in proportion, the more so the harder one selects?',
    'extremal',
    'A steady discount everywhere, not a break beyond some level.',
    'The best of 100 drafts by score is less good than its score.',
    works.goodhart,
  ),
  extremal: term(
    'The link held in the usual range and breaks where the proxy is pushed beyond it.',
    'Did they move together until the proxy left the range it was validated in?',
    'regressional',
    'Fine inside the range; regressional is never fully fine.',
    'Session time means interest up to an hour, compulsion beyond.',
    works.goodhart,
  ),
  causal: term(
    'Proxy and intent shared a cause; moving the proxy itself does nothing for the intent.',
    'If somebody raised the proxy by hand, would the intent follow?',
    'adversarial',
    'Nobody works against the measure; it is simply no cause.',
    'Prompting for ratings raises ratings, not satisfaction.',
    works.goodhart,
  ),
  adversarial: term(
    'Somebody or something acts on the measure for a purpose of its own, at the cost of the intent.',
    'Is there an agent that gains from the number and can act on it?',
    'causal',
    'There is an interest behind it; causal needs none.',
    'An agent edits the tests that grade it.',
    works.goodhart,
  ),
  undetermined: term(
    'The evidence does not single out one of the four.',
    'Are two or more modes about equally likely?',
    'regressional',
    'A name for not knowing.',
    'Two audits after a jump.',
    works.house,
  ),
};
