/** The palette of one colour scheme. Colours mean something: see the comment of each. */
export interface Tokens {
  /** Nav, side panels, table heads, action bars. */
  canvas: string;
  /** Where the work happens. */
  surface: string;
  /** Active row, selected segment. */
  sunken: string;
  /** Hairlines, never text. */
  line: string;
  /** Chart grid only. */
  grid: string;
  /** Borders of inputs (3:1) and the dots of "suggested". */
  control: string;
  ink: string;
  ink2: string;
  ink3: string;
  /** Accent, intent, plumb line and focus: "this is where true is". */
  brass: string;
  /** Interval of the intent. */
  band: string;
  proxy: string;
  /** Single days of the proxy, behind their mean. */
  proxyDaily: string;
  /** sev1, sev2, destructive; nothing else. */
  harm: string;
  /** A gap, in a chart and on the board; nothing else. */
  hatch: string;
  heat1: string;
  heat2: string;
  heat3: string;
  heat4: string;
}

export const light: Tokens = {
  canvas: '#FAFAF8',
  surface: '#FFFFFF',
  sunken: '#F3F2EF',
  line: '#E4E2DD',
  grid: '#EDEBE7',
  control: '#8A8983',
  ink: '#1A1B1D',
  ink2: '#515257',
  ink3: '#67686C',
  brass: '#955700',
  band: 'rgb(186 116 10 / 15%)',
  proxy: '#1C5CA8',
  proxyDaily: 'rgb(28 92 168 / 32%)',
  harm: '#B01C33',
  hatch: 'rgb(26 27 29 / 26%)',
  heat1: '#EFEDE9',
  heat2: '#DAD7D0',
  heat3: '#B3AFA6',
  heat4: '#5E5C57',
};

export const dark: Tokens = {
  canvas: '#111214',
  surface: '#17181A',
  sunken: '#1F2123',
  line: '#2C2E31',
  grid: '#242629',
  control: '#74767A',
  ink: '#EEEDE9',
  ink2: '#B4B3AE',
  ink3: '#979894',
  brass: '#E9A845',
  band: 'rgb(233 168 69 / 16%)',
  proxy: '#6CADF0',
  proxyDaily: 'rgb(108 173 240 / 34%)',
  harm: '#FF7B84',
  hatch: 'rgb(238 237 233 / 26%)',
  heat1: '#232528',
  heat2: '#35373B',
  heat3: '#5A5D62',
  heat4: '#C9C7C1',
};

/** CSS custom property of a token: `proxyDaily` -> `--proxy-daily`. */
export function variableOf(token: string): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Widths of the window, in px, at which the layout changes. */
export const breakpoints = { side: 1280, nav: 960, column: 720 } as const;
