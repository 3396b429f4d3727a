const steps: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * For the `ref` of a table: arrow keys go from one link or button to the next in that direction; cells without one
 * are passed over.
 */
export function stepByArrows(table: HTMLTableElement | null): (() => void) | undefined {
  const step = (event: KeyboardEvent): void => stepFrom(table!, event);
  table?.addEventListener('keydown', step);
  return () => table?.removeEventListener('keydown', step);
}

function stepFrom({ rows }: HTMLTableElement, event: KeyboardEvent): void {
  const step = steps[event.key];
  const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('th, td') : null;
  if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
  let row = (cell.parentElement as HTMLTableRowElement).rowIndex;
  let column = cell.cellIndex;
  for (;;) {
    row += step[0];
    column += step[1];
    const next = rows[row]?.cells[column];
    if (!next) return;
    const control = next.querySelector<HTMLElement>('a, button');
    if (!control) continue;
    event.preventDefault();
    control.focus();
    return;
  }
}
