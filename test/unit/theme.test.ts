import { describe, expect, it } from 'vitest';
import { cssVariables, theme } from '../../src/app/theme';
import { contrast } from '../../src/ui/contrast';
import { CATEGORICAL, type Scheme, SEQUENTIAL, TOKENS, type Tokens } from '../../src/ui/tokens';

const GROUNDS: readonly (keyof Tokens)[] = ['page', 'surface', 'raised', 'accentSoft'];
const INKS: readonly (keyof Tokens)[] = [
  'text',
  'textDim',
  'accent',
  'worse',
  'better',
  'common',
  'provisional',
  'notEnough',
  'safety',
];

describe.each(['light', 'dark'] as const satisfies readonly Scheme[])('%s', (scheme) => {
  const tokens = TOKENS[scheme];

  it.each(GROUNDS.flatMap((ground) => INKS.map((ink) => [ink, ground] as const)))(
    '%s is readable on %s (AA 4.5:1)',
    (ink, ground) => {
      expect(contrast(tokens[ink], tokens[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('writes readably on the accent', () => {
    expect(contrast(tokens.onAccent, tokens.accent)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['accent', 'context', 'lineStrong'] as const)('%s stands out from page and surface (3:1)', (mark) => {
    expect(contrast(tokens[mark], tokens.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens[mark], tokens.page)).toBeGreaterThanOrEqual(3);
  });

  it.each(CATEGORICAL[scheme])('categorical %s stands out from the surface (3:1)', (colour) => {
    expect(contrast(colour, tokens.surface)).toBeGreaterThanOrEqual(3);
  });

  it('has eight categorical colours, none alike', () => {
    expect(new Set(CATEGORICAL[scheme]).size).toBe(8);
  });

  it('keeps a filled button readable', () => {
    const shade = theme.primaryShade as Record<Scheme, number>;
    const fill = theme.colors?.accent?.[shade[scheme]] ?? '';
    const inks = ['#ffffff', '#000000'].map((ink) => contrast(ink, fill));
    expect(Math.max(...inks)).toBeGreaterThanOrEqual(4.5);
  });

  it('runs from little to much away from the surface', () => {
    const [low, high] = SEQUENTIAL[scheme];
    expect(contrast(high, tokens.surface)).toBeGreaterThan(contrast(low, tokens.surface));
    expect(contrast(high, tokens.surface)).toBeGreaterThanOrEqual(4.5);
  });

  it('hands every token to CSS', () => {
    const variables = cssVariables({} as Parameters<typeof cssVariables>[0])[scheme];
    expect(variables).toMatchObject({ '--tc-accent-soft': tokens.accentSoft, '--tc-page': tokens.page });
    expect(Object.keys(variables).filter((name) => name.startsWith('--tc-'))).toHaveLength(Object.keys(tokens).length);
  });
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
