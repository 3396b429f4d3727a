import type { Fit } from './evidence.js';

/** A sum of weighted fits that is kept in range whatever the size of the log weights. */
export class Mixture {
  private top = -Infinity;
  private mass = 0;
  private change = 0;
  private square = 0;
  private slope = 0;

  /**
   * `link` and `fall` say how far the two columns move from where the change is counted; `stretch` turns the
   * link's weight into the intent's change per u^exponent.
   */
  add(logWeight: number, fit: Fit, link: number, fall: number, stretch: number): void {
    if (logWeight > this.top) {
      const shrink = Math.exp(this.top - logWeight);
      this.mass *= shrink;
      this.change *= shrink;
      this.square *= shrink;
      this.slope *= shrink;
      this.top = logWeight;
    }
    const share = Math.exp(logWeight - this.top);
    const change = fit.link * link - fit.fall * fall;
    const variance =
      link * link * fit.linkVariance + fall * fall * fit.fallVariance - 2 * link * fall * fit.covariance;
    this.mass += share;
    this.change += share * change;
    this.square += share * (variance + change * change);
    this.slope += share * fit.link * stretch;
  }

  /** log of the whole weight, and the moments; null when nothing was added. */
  summary() {
    if (!(this.mass > 0)) return null;
    const change = this.change / this.mass;
    return {
      logWeight: this.top + Math.log(this.mass),
      change,
      changeVariance: Math.max(0, this.square / this.mass - change * change),
      slope: this.slope / this.mass,
    };
  }
}
