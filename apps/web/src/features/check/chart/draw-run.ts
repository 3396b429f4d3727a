import { type Canvas, strokeLine, triangle, usePen, within, write } from '../../../ui/chart/canvas.js';
import type { CheckModel } from './check-model.js';

/** Height of the strip under the axis where the onset's likelihood stands, in px. */
export const stripPx = 22;

/** Paints a checked run from back to front. */
export function drawRun(canvas: Canvas, model: CheckModel): void {
  const { colours } = canvas;
  within(canvas, () => {
    drawBand(canvas, model);
    strokeLine(canvas, model.rawZ.x, model.rawZ.y, { colour: colours.proxyDaily, width: 1 });
    hatchGap(canvas, model);
    strokeLine(canvas, model.predictedZ.x, model.predictedZ.y, {
      colour: colours.ink2,
      width: 1.2,
      dash: [2, 3],
    });
    strokeLine(canvas, model.bandZ.x, model.bandZ.mid, { colour: colours.brass, width: 2, dash: [5, 3.5] });
    drawEvaluations(canvas, model);
    strokeLine(canvas, model.proxyZ.x, model.proxyZ.y, { colour: colours.proxy, width: 2 });
  });
  drawNames(canvas, model);
  drawDensity(canvas, model);
  drawOnset(canvas, model);
}

function drawBand({ ctx, atX, atY, colours }: Canvas, { bandZ }: CheckModel): void {
  if (bandZ.x.length < 2) return;
  ctx.fillStyle = colours.band;
  ctx.beginPath();
  bandZ.x.forEach((x, at) => ctx.lineTo(atX(x), atY(bandZ.high[at]!)));
  for (let at = bandZ.x.length - 1; at >= 0; at -= 1) ctx.lineTo(atX(bandZ.x[at]!), atY(bandZ.low[at]!));
  ctx.fill();
}

/** The gap: between what the link before the onset predicts and what the intent became. */
function hatchGap(canvas: Canvas, { predictedZ, bandZ }: CheckModel): void {
  const { ctx, atX, atY, box, colours, ratio } = canvas;
  if (predictedZ.x.length < 2) return;
  const level = new Map(bandZ.x.map((x, at) => [x, bandZ.mid[at]!]));
  const shared = predictedZ.x.filter((x) => level.has(x));
  ctx.save();
  ctx.beginPath();
  predictedZ.x.forEach((x, at) => ctx.lineTo(atX(x), atY(predictedZ.y[at]!)));
  for (const x of shared.toReversed()) ctx.lineTo(atX(x), atY(level.get(x)!));
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

/** Open circles on their binomial bars. */
function drawEvaluations(canvas: Canvas, { pointsZ }: CheckModel): void {
  const { ctx, atX, atY, colours, ratio } = canvas;
  usePen(canvas, { colour: colours.brass, width: 1 });
  ctx.globalAlpha = 0.45;
  ctx.beginPath();
  for (const { x, low, high } of pointsZ) {
    if (low === high) continue;
    ctx.moveTo(atX(x), atY(low));
    ctx.lineTo(atX(x), atY(high));
  }
  ctx.stroke();
  ctx.globalAlpha = 1;
  usePen(canvas, { colour: colours.brass, width: 1.4 });
  ctx.fillStyle = colours.surface;
  for (const { x, z } of pointsZ) {
    ctx.beginPath();
    ctx.arc(atX(x), atY(z), 2.4 * ratio, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
}

/** The names of the lines at their right ends, the upper above and the lower below. */
function drawNames(canvas: Canvas, model: CheckModel): void {
  const { box, colours, ratio } = canvas;
  const right = box.left + box.width - 4 * ratio;
  const proxy = stretchOf(canvas, model.rawZ, model.proxyZ);
  const points = { x: model.pointsZ.map(({ x }) => x), y: model.pointsZ.map(({ low }) => low) };
  const tops = { x: points.x, y: model.pointsZ.map(({ high }) => high) };
  const intent = stretchOf(canvas, points, tops, { x: model.bandZ.x, y: model.bandZ.mid });
  if (!proxy || !intent) return;
  const proxyAbove = proxy.middle <= intent.middle;
  const name = (words: string, { top, bottom }: Stretch, above: boolean, colour: string) =>
    write(canvas, words, right, above ? top - 10 * ratio : bottom + 18 * ratio, {
      colour,
      align: 'right',
      bold: true,
    });
  name(`proxy, ${model.proxy.name}`, proxy, proxyAbove, colours.proxy);
  name(`intent, ${model.intent.name}`, intent, !proxyAbove, colours.brass);
}

interface Stretch {
  top: number;
  bottom: number;
  middle: number;
}

/** How high and low lines run where their name will stand, in device pixels. */
function stretchOf(
  { atX, atY, box, ratio }: Canvas,
  ...lines: { x: readonly number[]; y: readonly (number | null)[] }[]
): Stretch | null {
  const from = box.left + box.width - 150 * ratio;
  const heights = lines.flatMap(({ x, y }) =>
    x.flatMap((at, index) => (typeof y[index] === 'number' && atX(at) >= from ? [atY(y[index]!)] : [])),
  );
  if (heights.length === 0) return null;
  const keep = (at: number) =>
    Math.min(box.top + box.height - 22 * ratio, Math.max(box.top + 24 * ratio, at));
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  return { top: keep(top), bottom: keep(bottom), middle: (top + bottom) / 2 };
}

/** How likely the onset lies where, as a shaded profile under the axis. */
function drawDensity(canvas: Canvas, model: CheckModel): void {
  const likely = model.density.map(({ height }) => height > 0.02);
  const density = model.density.slice(likely.indexOf(true), likely.lastIndexOf(true) + 1);
  if (density.length === 0) return;
  const { ctx, atX, box, colours, ratio } = canvas;
  const top = box.top + box.height + 1 * ratio;
  const depth = (stripPx - 3) * ratio;
  const path = (): void => {
    ctx.beginPath();
    ctx.moveTo(atX(density[0]!.from), top);
    for (const { from, to, height } of density) {
      ctx.lineTo(atX(from), top + height * depth);
      ctx.lineTo(atX(to), top + height * depth);
    }
    ctx.lineTo(atX(density.at(-1)!.to), top);
  };
  path();
  ctx.fillStyle = colours.band;
  ctx.fill();
  usePen(canvas, { colour: colours.brass, width: 1 });
  ctx.stroke();
}

/** The plumb line at the onset: its 90 % set as a whisker on top, its name left of it, the bob under the axis. */
function drawOnset(canvas: Canvas, { onset }: CheckModel): void {
  if (!onset) return;
  const { ctx, atX, box, colours, ratio } = canvas;
  const x = atX(onset.at);
  const y = box.top + 6 * ratio;
  const foot = box.top + box.height + 10 * ratio;
  const right = box.left + box.width;
  const [from, to] = [onset.from, onset.to].map((at) => Math.min(right, Math.max(box.left, atX(at)))) as [
    number,
    number,
  ];
  usePen(canvas, { colour: colours.brass, width: 1.5 });
  ctx.lineCap = 'butt';
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x, foot - 8 * ratio);
  ctx.moveTo(from, y);
  ctx.lineTo(to, y);
  for (const end of [from, to]) {
    ctx.moveTo(end, y - 4 * ratio);
    ctx.lineTo(end, y + 4 * ratio);
  }
  ctx.stroke();
  triangle(canvas, x, foot, colours.brass);
  ctx.font = `600 ${11 * ratio}px ${colours.font}`;
  const width = ctx.measureText(onset.words).width;
  const leftward = from - 6 * ratio - width > box.left;
  const rightward = to + 6 * ratio + width < right;
  if (leftward || rightward)
    write(canvas, onset.words, leftward ? from - 6 * ratio : to + 6 * ratio, y + 4 * ratio, {
      colour: colours.brass,
      align: leftward ? 'right' : 'left',
      bold: true,
    });
  // No room beside the whisker: under it, right of the line or left of it.
  else
    write(canvas, onset.words, x + (x + width + 12 * ratio < right ? 6 : -6) * ratio, y + 18 * ratio, {
      colour: colours.brass,
      align: x + width + 12 * ratio < right ? 'left' : 'right',
      bold: true,
    });
}
