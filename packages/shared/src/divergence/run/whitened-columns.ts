/** Columns after the whitening, each contiguous in memory, with their dot products. */
export class WhitenedColumns {
  private readonly columns: Float64Array[];
  private readonly squares: Float64Array;

  /** `sides` is size x count, row by row, as the forward solution leaves it. */
  constructor(sides: Float64Array, size: number, count: number) {
    const turned = new Float64Array(size * count);
    for (let k = 0; k < size; k++) {
      for (let c = 0; c < count; c++) turned[c * size + k] = sides[k * count + c]!;
    }
    this.columns = Array.from({ length: count }, (_, c) => turned.subarray(c * size, (c + 1) * size));
    this.squares = Float64Array.from(this.columns, (column) => dot(column, column));
  }

  square(column: number): number {
    return this.squares[column]!;
  }

  dot(a: number, b: number): number {
    return dot(this.columns[a]!, this.columns[b]!);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
