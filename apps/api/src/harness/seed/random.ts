/** Numbers that look random and are the same every time (mulberry32). */
export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** @returns a number from 0 up to, not including, 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** @returns a draw from the standard normal distribution */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** @returns how many of `n` succeed, each with probability `p` */
  successes(n: number, p: number): number {
    let count = 0;
    for (let trial = 0; trial < n; trial++) if (this.next() < p) count += 1;
    return count;
  }
}
