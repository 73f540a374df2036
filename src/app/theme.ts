import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { type Scheme, TOKENS } from '../ui/tokens';

/** The accent from lightest to darkest; buttons take shade 7 on light and 4 on dark. */
const accent: MantineColorsTuple = [
  '#e9f4f8',
  '#d2e7f0',
  '#a5cfe1',
  '#86c4de',
  '#6db9d8',
  '#3289ae',
  '#1f7699',
  '#14627f',
  '#14506b',
  '#0d3f56',
];

const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif';

/** Mantine's theme: 14 px base, 12 px tables, one accent, inks chosen by contrast. */
export const theme = createTheme({
  fontFamily: FONT,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: { fontFamily: FONT, fontWeight: '600' },
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Our tokens as CSS variables, and Mantine's own variables set from them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf('light'),
  dark: {
    ...variablesOf('dark'),
    // Menus and popovers take these greys for their ground and their outline.
    '--mantine-color-dark-6': TOKENS.dark.surface,
    '--mantine-color-dark-4': TOKENS.dark.lineStrong,
  },
});

/** Paper is light whatever the screen is: the light variables once more, for print, stronger than those of a scheme. */
export const paperStyles = `@media print { html:root[data-mantine-color-scheme] { color-scheme: light; ${Object.entries(
  variablesOf('light'),
)
  .map(([name, colour]) => `${name}: ${colour};`)
  .join(' ')} } }`;

function variablesOf(scheme: Scheme): Record<string, string> {
  const tokens = TOKENS[scheme];
  const own = Object.entries(tokens).map(([name, colour]) => [`--tc-${kebab(name)}`, colour]);
  return {
    ...Object.fromEntries(own),
    '--mantine-color-body': tokens.surface,
    '--mantine-color-text': tokens.text,
    '--mantine-color-dimmed': tokens.textDim,
    '--mantine-color-placeholder': tokens.textDim,
    '--mantine-color-anchor': tokens.accent,
    '--mantine-color-error': tokens.worse,
    '--mantine-color-default': tokens.surface,
    '--mantine-color-default-hover': tokens.raised,
    '--mantine-color-default-color': tokens.text,
    '--mantine-color-default-border': tokens.lineStrong,
  };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
