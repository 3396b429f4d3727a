import { type Canvas, strokeLine, usePen, within, write } from '../../../ui/chart/canvas.js';
import type { PairModel } from './pair-model.js';

const rugPx = 10;

/** Band, audits, daily values, mean and rug of a pair, from back to front. */
export function drawSeries(canvas: Canvas, model: PairModel): void {
  const { colours } = canvas;
  const { dailyZ, meanZ, bandZ } = model;
  within(canvas, () => {
    drawBand(canvas, model);
    strokeLine(canvas, dailyZ.x, dailyZ.y, { colour: colours.proxyDaily, width: 1 });
    strokeLine(canvas, bandZ.x, bandZ.mid, { colour: colours.brass, width: 2, dash: [5, 3.5] });
    drawAudits(canvas, model);
    strokeLine(canvas, meanZ.x, meanZ.y, { colour: colours.proxy, width: 2 });
    drawRug(canvas, model);
  });
}

function drawBand(canvas: Canvas, { bandZ }: PairModel): void {
  const { ctx, atX, atY, colours } = canvas;
  if (bandZ.x.length < 2) return;
  ctx.fillStyle = colours.band;
  ctx.beginPath();
  bandZ.x.forEach((x, index) => ctx.lineTo(atX(x), atY(bandZ.high[index]!)));
  for (let index = bandZ.x.length - 1; index >= 0; index -= 1) {
    ctx.lineTo(atX(bandZ.x[index]!), atY(bandZ.low[index]!));
  }
  ctx.fill();
}

function drawAudits(canvas: Canvas, { auditsZ }: PairModel): void {
  const { ctx, atX, atY, colours, ratio } = canvas;
  usePen(canvas, { colour: colours.brass, width: 1.4 });
  ctx.fillStyle = colours.surface;
  for (const { x, z } of auditsZ) {
    ctx.beginPath();
    ctx.arc(atX(x), atY(z), 2.4 * ratio, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
}

/** One stroke for each audit on the axis, as high as the root of its sample size. */
function drawRug(canvas: Canvas, { auditsZ }: PairModel): void {
  const { ctx, atX, box, colours, ratio } = canvas;
  const largest = Math.max(1, ...auditsZ.map(({ n }) => n ?? 0));
  usePen(canvas, { colour: colours.brass, width: 1.5 });
  const foot = box.top + box.height;
  ctx.lineCap = 'butt';
  ctx.beginPath();
  for (const { x, n } of auditsZ) {
    if (n === null) continue;
    ctx.moveTo(atX(x), foot);
    ctx.lineTo(atX(x), foot - Math.max(3, rugPx * Math.sqrt(n / largest)) * ratio);
  }
  ctx.stroke();
}

/** The words on the lines, and the names of what is missing. */
export function drawNames(canvas: Canvas, model: PairModel): void {
  const { colours, atX, box, ratio } = canvas;
  for (const { from, to } of model.missing) {
    nameGap(canvas, 'no proxy data', (atX(from) + atX(to)) / 2, box.top + 32 * ratio);
  }
  for (const { from, to } of model.skipped) {
    const x = (atX(from) + atX(to)) / 2;
    nameGap(canvas, 'audits skipped', x, box.top + box.height - 16 * ratio);
  }
  const proxyEnd = edgeOf(canvas, model.meanZ);
  const intentEnd = edgeOf(canvas, { x: model.bandZ.x, y: model.bandZ.mid });
  if (!proxyEnd && !intentEnd) return;
  const proxyAbove = !intentEnd || (proxyEnd ? proxyEnd.middle <= intentEnd.middle : false);
  const right = box.left + box.width - 4 * ratio;
  const name = (words: string, edge: Edge, above: boolean, colour: string) =>
    write(canvas, words, right, above ? edge.top - 10 * ratio : edge.bottom + 18 * ratio, {
      colour,
      align: 'right',
      bold: true,
    });
  if (proxyEnd) name(`proxy, ${model.proxy.name}`, proxyEnd, proxyAbove, colours.proxy);
  if (intentEnd) name(`intent, ${model.intent.name}`, intentEnd, !proxyAbove, colours.brass);
}

interface Edge {
  top: number;
  bottom: number;
  middle: number;
}

/** How high and low a line runs where its name will stand, in device pixels. */
function edgeOf(
  { atX, atY, box, ratio }: Canvas,
  { x, y }: { x: readonly number[]; y: readonly (number | null)[] },
): Edge | null {
  const from = box.left + box.width - 190 * ratio;
  const heights = x.flatMap((at, index) => {
    const value = y[index] ?? null;
    return value !== null && atX(at) >= from && atX(at) <= box.left + box.width ? [atY(value)] : [];
  });
  if (heights.length === 0) return null;
  const keep = (at: number) =>
    Math.min(box.top + box.height - 34 * ratio, Math.max(box.top + 24 * ratio, at));
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  return { top: keep(top), bottom: keep(bottom), middle: (top + bottom) / 2 };
}

function nameGap(canvas: Canvas, words: string, x: number, y: number): void {
  const { box } = canvas;
  if (x < box.left || x > box.left + box.width) return;
  write(canvas, words, x, y, { colour: canvas.colours.ink2, align: 'center' });
}
