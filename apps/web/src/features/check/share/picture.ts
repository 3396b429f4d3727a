import { coloursOf, type Colours } from '../../../ui/chart/chart-colours.js';
import type { Verdict, Words } from '../words/verdict-words.js';

const margin = 48;
const headline = { size: 28, line: 40 };
const print = { size: 13, line: 20 };

/**
 * The sentence and the chart as one PNG, in the theme on screen.
 * @param chart the canvas that is on screen
 */
export async function pictureOf(chart: HTMLCanvasElement, verdict: Verdict): Promise<Blob> {
  // The chart's own box has a typeface of its own; the page around it has ours.
  const colours = coloursOf(chart.closest('figure') ?? chart);
  const ratio = chart.width / chart.clientWidth;
  const width = chart.clientWidth;
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d')!;
  const title = wrapped(ctx, verdict.headline, width, (word) => fontOf(word, headline.size, colours));
  const detail = wrapped(ctx, [{ text: verdict.detail.join(' ') }], width, (word) =>
    fontOf(word, print.size, colours),
  );
  const chartTop = margin + title.length * headline.line + 8 + detail.length * print.line + 24;
  const height = chartTop + chart.clientHeight + 16 + print.line + margin / 2;
  canvas.width = (width + 2 * margin) * ratio;
  canvas.height = height * ratio;
  ctx.scale(ratio, ratio);
  ctx.fillStyle = colours.surface;
  ctx.fillRect(0, 0, width + 2 * margin, height);
  title.forEach((line, at) =>
    writeLine(ctx, line, margin + (at + 0.7) * headline.line, headline.size, colours),
  );
  const under = margin + title.length * headline.line + 8;
  detail.forEach((line, at) =>
    writeLine(ctx, line, under + (at + 0.7) * print.line, print.size, { ...colours, ink: colours.ink2 }),
  );
  ctx.drawImage(chart, margin, chartTop, width, chart.clientHeight);
  ctx.font = fontOf({ text: '' }, 12, colours);
  ctx.fillStyle = colours.ink3;
  ctx.fillText('Plumbline, quick check', margin, height - margin / 2);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error('This browser could not make a picture of it.')),
    ),
  );
}

interface Piece {
  words: Words;
  x: number;
  width: number;
}

function fontOf({ as }: Words, size: number, { font }: Colours): string {
  return `${as === 'strong' ? 600 : as ? 500 : 400} ${size}px ${font}`;
}

/** Breaks the pieces of a sentence into lines of at most `most` px, between words. */
function wrapped(
  ctx: CanvasRenderingContext2D,
  pieces: readonly Words[],
  most: number,
  fontFor: (words: Words) => string,
): Piece[][] {
  const lines: Piece[][] = [[]];
  let x = 0;
  for (const piece of pieces) {
    ctx.font = fontFor(piece);
    for (const text of piece.text.match(/\s*\S+|\s+/g) ?? []) {
      let words = { ...piece, text };
      let width = ctx.measureText(text).width;
      if (x > 0 && x + ctx.measureText(text.trimEnd()).width > most) {
        lines.push([]);
        x = 0;
        words = { ...piece, text: text.trimStart() };
        width = ctx.measureText(words.text).width;
      }
      lines.at(-1)!.push({ words, x, width });
      x += width;
    }
  }
  return lines;
}

/** The names of the columns carry the line of their series, as on the page. */
function writeLine(
  ctx: CanvasRenderingContext2D,
  line: Piece[],
  y: number,
  size: number,
  colours: Colours,
): void {
  for (const { words, x, width } of line) {
    const colour = words.as === 'proxy' ? colours.proxy : words.as === 'intent' ? colours.brass : colours.ink;
    ctx.font = fontOf(words, size, colours);
    ctx.fillStyle = colour;
    ctx.fillText(words.text, margin + x, y);
    if (words.as !== 'proxy' && words.as !== 'intent') continue;
    ctx.strokeStyle = colour;
    ctx.lineWidth = 2;
    ctx.setLineDash(words.as === 'intent' ? [5, 3.5] : []);
    ctx.beginPath();
    ctx.moveTo(margin + x, y + 6);
    ctx.lineTo(margin + x + width, y + 6);
    ctx.stroke();
  }
}
