/**
 * The colours of the product, one set per scheme: CSS variables (`--tc-…`) and charts both read them here.
 * `test/unit/theme.test.ts` holds every pair that meets on screen to WCAG AA.
 */
export type Scheme = 'light' | 'dark';

export interface Tokens {
  /** Behind everything; figures and bars stand on `surface`; hovered and pressed things on `raised`. */
  readonly page: string;
  readonly surface: string;
  readonly raised: string;
  /** Hairlines, and the outline of controls. */
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly textDim: string;
  /** The one accent: links, the current screen, primary buttons, focus. */
  readonly accent: string;
  readonly onAccent: string;
  readonly accentSoft: string;
  /** Context in charts: bars and lines that are not the point, and "Other". */
  readonly context: string;
  /** States; always with their shape and word. */
  readonly worse: string;
  readonly better: string;
  readonly common: string;
  readonly provisional: string;
  readonly notEnough: string;
  readonly safety: string;
}

export const TOKENS: Readonly<Record<Scheme, Tokens>> = {
  light: {
    page: '#f6f7f8',
    surface: '#ffffff',
    raised: '#eef1f3',
    line: '#dfe4e8',
    lineStrong: '#85919b',
    text: '#1b242b',
    textDim: '#55626c',
    accent: '#14627f',
    onAccent: '#ffffff',
    accentSoft: '#e1eff5',
    context: '#808c96',
    worse: '#b3261e',
    better: '#1a6b4a',
    common: '#55626c',
    provisional: '#6b5a18',
    notEnough: '#55626c',
    safety: '#b3261e',
  },
  dark: {
    page: '#10161a',
    surface: '#171f25',
    raised: '#232d34',
    line: '#2d3840',
    lineStrong: '#74828d',
    text: '#e6ebee',
    textDim: '#a3afb8',
    accent: '#6db9d8',
    onAccent: '#08202b',
    accentSoft: '#1b3a48',
    context: '#7b8892',
    worse: '#ff8f85',
    better: '#6fcf9f',
    common: '#a3afb8',
    provisional: '#d9c26a',
    notEnough: '#a3afb8',
    safety: '#ff8f85',
  },
};

/**
 * Okabe & Ito's eight (2008), in their order without black and with a violet-grey ink for it, each moved in lightness
 * alone until it stands out from the scheme's surface by 3:1.
 */
export const CATEGORICAL: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#0072b2', '#b47a00', '#008f68', '#c26795', '#2b8cc4', '#d55e00', '#857a00', '#3b3355'],
  dark: ['#4aa3e0', '#e69f00', '#1fb58a', '#d88db5', '#8fd0f2', '#f07d33', '#f0e442', '#d5cdf0'],
};

/** Ends of the single-hue scale of heat maps, little to much. */
export const SEQUENTIAL: Readonly<Record<Scheme, readonly [low: string, high: string]>> = {
  light: ['#eef5f8', '#0f4a60'],
  dark: ['#1b262d', '#8ed0ea'],
};
