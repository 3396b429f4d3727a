/** What a chart is painted with, as the page's style sheet says now. */
export interface Colours {
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  grid: string;
  surface: string;
  proxy: string;
  proxyDaily: string;
  brass: string;
  band: string;
  hatch: string;
  font: string;
}

/** Reads the tokens where the chart stands, so that both themes and print paint their own. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    ink2: token('--ink2'),
    ink3: token('--ink3'),
    line: token('--line'),
    grid: token('--grid'),
    surface: token('--surface'),
    proxy: token('--proxy'),
    proxyDaily: token('--proxy-daily'),
    brass: token('--brass'),
    band: token('--band'),
    hatch: token('--hatch'),
    font: style.fontFamily,
  };
}
