/** A made-up run of 50 evaluations of 200 prompts, every ten steps: a learned reward beside the win rate judged by people. */
interface ExampleRun {
  reward: string;
  winRate: string;
}

/** The win rate turns near step 200 while the reward climbs on. */
const turned: ExampleRun = {
  reward:
    '0.342 0.318 0.387 0.340 0.427 0.361 0.436 0.447 0.447 0.521 0.494 0.549 0.563 0.567 0.630 0.602 0.588 0.613 0.660 0.665 0.663 0.630 0.699 0.727 0.698 ' +
    '0.703 0.746 0.716 0.731 0.731 0.749 0.768 0.793 0.760 0.802 0.768 0.728 0.758 0.842 0.775 0.771 0.805 0.814 0.839 0.782 0.823 0.813 0.845 0.803 0.815',
  winRate:
    '39.0 41.5 45.5 47.5 47.0 51.0 54.0 60.0 60.0 48.5 53.5 62.0 59.0 60.5 62.0 60.5 62.0 65.0 68.0 62.0 60.0 58.0 64.0 66.5 61.0 ' +
    '62.0 58.0 59.5 55.0 61.0 58.5 55.0 57.5 63.5 55.0 56.0 52.0 58.5 50.0 55.5 54.5 55.5 50.5 58.0 51.5 51.5 44.0 55.0 49.0 51.5',
};

/** Both level off together: saturation, not divergence. */
const levelled: ExampleRun = {
  reward:
    '0.330 0.350 0.379 0.493 0.476 0.538 0.490 0.573 0.592 0.606 0.681 0.588 0.589 0.657 0.696 0.699 0.742 0.755 0.838 0.722 0.734 0.740 0.807 0.750 0.747 ' +
    '0.749 0.806 0.758 0.807 0.784 0.757 0.781 0.812 0.824 0.745 0.799 0.808 0.821 0.813 0.801 0.792 0.783 0.794 0.819 0.791 0.768 0.789 0.810 0.819 0.828',
  winRate:
    '40.0 39.0 52.0 52.5 50.0 57.5 50.5 51.5 53.5 54.5 56.5 58.0 54.0 55.0 59.5 59.0 60.0 65.0 56.0 60.5 53.5 59.5 60.5 61.0 57.0 ' +
    '56.5 56.0 52.5 58.5 60.0 62.5 58.5 65.5 60.5 62.0 65.0 66.0 55.0 69.0 64.5 60.5 64.0 66.5 67.0 56.0 64.0 59.5 60.5 60.0 59.5',
};

function textOf({ reward, winRate }: ExampleRun): string {
  const wins = winRate.split(' ');
  const rows = reward.split(' ').map((value, at) => [at * 10, value, wins[at], 200].join('\t'));
  return ['step\treward\twin rate, %\tn', ...rows].join('\n');
}

/** What the page offers to try, as if it had been pasted. */
export const exampleTexts = { turned: textOf(turned), levelled: textOf(levelled) };
