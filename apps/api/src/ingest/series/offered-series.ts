/** One line of numbers as a tool offers it. */
export interface OfferedSeries {
  name: string;
  labels: Record<string, string>;
  /**
   * What its values are: readings of now; totals that only grow; or, for a histogram that only grows, sums beside
   * counts (`n`). Null where the tool does not say: then the rule does.
   */
  kind: 'reading' | 'total' | 'histogram' | null;
  points: OfferedPoint[];
}

export interface OfferedPoint {
  /** Milliseconds since 1970. */
  at: number;
  value: number;
  /** How many items the value is taken over, where that is known. */
  n: number | null;
}
