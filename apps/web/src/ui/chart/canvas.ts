import type { Colours } from './chart-colours.js';

/** A canvas with the way from values to its pixels. Lengths below are CSS px; `px` makes device pixels of them. */
export interface Canvas {
  ctx: CanvasRenderingContext2D;
  colours: Colours;
  /** Device pixels of one CSS pixel. */
  ratio: number;
  /** The plot's box in device pixels. */
  box: { left: number; top: number; width: number; height: number };
  atX: (x: number) => number;
  atY: (z: number) => number;
}

interface Pen {
  colour: string;
  width: number;
  dash?: number[];
}

/** Strokes a line through (x, y); null lifts the pen. */
export function strokeLine(
  canvas: Canvas,
  x: readonly number[],
  y: readonly (number | null)[],
  pen: Pen,
): void {
  const { ctx, atX, atY } = canvas;
  usePen(canvas, pen);
  ctx.beginPath();
  let down = false;
  x.forEach((at, index) => {
    const value = y[index] ?? null;
    if (value === null) down = false;
    else if (down) ctx.lineTo(atX(at), atY(value));
    else {
      ctx.moveTo(atX(at), atY(value));
      // A point between two interruptions is a dot, not nothing.
      ctx.lineTo(atX(at) + 0.01, atY(value));
      down = true;
    }
  });
  ctx.stroke();
}

export function usePen({ ctx, ratio }: Canvas, { colour, width, dash = [] }: Pen): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width * ratio;
  ctx.lineJoin = 'round';
  ctx.lineCap = dash.length > 0 ? 'butt' : 'round';
  ctx.setLineDash(dash.map((length) => length * ratio));
}

/** Runs with the plot's box as the only place that can be painted. */
export function within({ ctx, box }: Canvas, paint: () => void): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.left, box.top, box.width, box.height);
  ctx.clip();
  paint();
  ctx.restore();
}

interface Lettering {
  colour: string;
  align?: CanvasTextAlign;
  bold?: boolean;
}

/** Writes 11 px chart text with its baseline at y, both in device pixels. @returns its width */
export function write(
  { ctx, colours, ratio }: Canvas,
  words: string,
  x: number,
  y: number,
  { colour, align = 'left', bold = false }: Lettering,
): number {
  ctx.font = `${bold ? 600 : 400} ${11 * ratio}px ${colours.font}`;
  ctx.fillStyle = colour;
  ctx.textAlign = align;
  ctx.textBaseline = 'alphabetic';
  // A rim of the ground keeps words apart from the lines they cross.
  ctx.strokeStyle = colours.surface;
  ctx.lineWidth = 3 * ratio;
  ctx.lineJoin = 'round';
  ctx.setLineDash([]);
  ctx.strokeText(words, x, y);
  ctx.fillText(words, x, y);
  return ctx.measureText(words).width;
}

/** Points down onto (x, y): the bob, a moment. */
export function triangle({ ctx, ratio }: Canvas, x: number, y: number, colour: string): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x - 4.5 * ratio, y - 8 * ratio);
  ctx.lineTo(x + 4.5 * ratio, y - 8 * ratio);
  ctx.lineTo(x, y);
  ctx.fill();
}
