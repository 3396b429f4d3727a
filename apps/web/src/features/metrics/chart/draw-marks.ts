import { type Canvas, triangle, usePen, within, write } from '../../../ui/chart/canvas.js';
import { dayWords, placeWords } from '../../../ui/chart/axis-words.js';
import type { PairModel } from './pair-model.js';
import { levelAt } from './pair-model.js';
import type { Marks } from './pair-sentence.js';

/** The stretch that both axes are tied at, as a bracket under the top edge. */
export function drawReference(canvas: Canvas, model: PairModel): void {
  const { ctx, atX, box, colours, ratio } = canvas;
  const { reference } = model;
  if (!reference) return;
  const right = box.left + box.width;
  const from = Math.max(box.left, reference.from === -Infinity ? box.left : atX(reference.from));
  const to = Math.min(right, reference.to === Infinity ? right : atX(reference.to));
  if (to - from < 4 * ratio) return;
  const y = box.top + 2 * ratio;
  usePen(canvas, { colour: colours.ink3, width: 1 });
  ctx.beginPath();
  ctx.moveTo(from, y + 6 * ratio);
  ctx.lineTo(from, y);
  ctx.lineTo(to, y);
  ctx.lineTo(to, y + 6 * ratio);
  ctx.stroke();
  const words = model.referenceChosen
    ? 'reference period'
    : `reference: first ${model.auditsZ.length < 12 ? 'audits' : '12 audits'}`;
  if (to - from > 90 * ratio)
    write(canvas, words, from + 6 * ratio, y + 14 * ratio, { colour: colours.ink2 });
}

/** From the onset on, what lies between the two lines is hatched: the gap, and nothing else ever is. */
export function hatchGap(canvas: Canvas, model: PairModel, { onset }: Marks): void {
  if (!onset) return;
  const { ctx, atX, atY, box, colours, ratio } = canvas;
  const upper: [number, number][] = [];
  const lower: [number, number][] = [];
  model.meanZ.x.forEach((x, index) => {
    const z = model.meanZ.y[index] ?? null;
    const level = levelAt(model.bandZ, x).intent;
    if (x < onset.at || z === null || level === null) return;
    upper.push([atX(x), atY(z)]);
    lower.push([atX(x), atY(level)]);
  });
  if (upper.length < 2) return;
  ctx.save();
  ctx.beginPath();
  for (const [x, y] of [...upper, ...lower.toReversed()]) ctx.lineTo(x, y);
  ctx.clip();
  usePen(canvas, { colour: colours.hatch, width: 1 });
  ctx.beginPath();
  for (let start = box.left - box.height; start < box.left + box.width; start += 5 * ratio) {
    ctx.moveTo(start, box.top + box.height);
    ctx.lineTo(start + box.height, box.top);
  }
  ctx.stroke();
  ctx.restore();
}

/**
 * The plumb line at the onset: its 90 % set as a whisker on top, its name left of it.
 * @param foot where the bob hangs, in device pixels; panels below give their own foot
 */
export function drawOnset(
  canvas: Canvas,
  model: PairModel,
  { onset, plumbGoesOn = false }: Marks,
  foot: number,
): void {
  if (!onset) return;
  const { ctx, atX, box, colours, ratio } = canvas;
  const x = atX(onset.at);
  if (x < box.left || x > box.left + box.width) return;
  const y = box.top + 6 * ratio;
  const [from, to] = [onset.from, onset.to].map((at) =>
    Math.min(box.left + box.width, Math.max(box.left, atX(at))),
  ) as [number, number];
  usePen(canvas, { colour: colours.brass, width: 1.5 });
  ctx.lineCap = 'butt';
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x, plumbGoesOn ? ctx.canvas.height : foot - 8 * ratio);
  ctx.moveTo(from, y);
  ctx.lineTo(to, y);
  for (const end of [from, to]) {
    ctx.moveTo(end, y - 4 * ratio);
    ctx.lineTo(end, y + 4 * ratio);
  }
  ctx.stroke();
  if (!plumbGoesOn) triangle(canvas, x, foot, colours.brass);
  const words = `Onset ${model.axis === 'time' ? dayWords(onset.at) : placeWords(model.axis, onset.at)}`;
  ctx.font = `600 ${11 * ratio}px ${colours.font}`;
  const width = ctx.measureText(words).width + 6 * ratio;
  const leftward = from - width > box.left;
  const rightward = !leftward && to + width < box.left + box.width;
  // Where there is room on neither side, the name stands below the whisker.
  const at = leftward ? from - 6 * ratio : rightward ? to + 6 * ratio : box.left + box.width;
  write(canvas, words, at, leftward || rightward ? y + 4 * ratio : y + 18 * ratio, {
    colour: colours.brass,
    align: rightward ? 'left' : 'right',
    bold: true,
  });
}

/** A moment each: alarms on the audit that crossed the threshold, releases at the upper edge. */
export function drawMoments(canvas: Canvas, model: PairModel, { alarms = [], releases = [] }: Marks): void {
  const { atX, atY, box, colours, ratio } = canvas;
  within(canvas, () => {
    for (const { at } of alarms) {
      const z = model.auditsZ.findLast(({ x }) => x <= at)?.z ?? levelAt(model.bandZ, at).intent ?? 0;
      triangle(canvas, atX(at), atY(z) - 4 * ratio, colours.ink);
      const words = model.axis === 'time' ? dayWords(at) : placeWords(model.axis, at);
      write(canvas, `Alarm ${words}`, atX(at) - 8 * ratio, atY(z) - 6 * ratio, {
        colour: colours.ink,
        align: 'right',
        bold: true,
      });
    }
    for (const { at, label } of releases) {
      triangle(canvas, atX(at), box.top + 30 * ratio, colours.ink2);
      write(canvas, label, atX(at) + 7 * ratio, box.top + 30 * ratio, { colour: colours.ink2 });
    }
  });
}
