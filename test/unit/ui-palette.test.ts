import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryColour, categoryColours, OTHER, sequentialColour } from '../../src/ui/palette';
import { CATEGORICAL, SEQUENTIAL, TOKENS } from '../../src/ui/tokens';

describe('categoryColour', () => {
  it('is one of the eight, the same for the same name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        const colour = categoryColour(name, 'light');
        expect([...CATEGORICAL.light, TOKENS.light.context]).toContain(colour);
        expect(categoryColour(name, 'light')).toBe(colour);
      }),
    );
  });

  it('keeps the place in the palette when the scheme changes', () => {
    for (const name of ['卡扣断裂', 'E3', '冒烟'])
      expect(CATEGORICAL.dark.indexOf(categoryColour(name, 'dark'))).toBe(
        CATEGORICAL.light.indexOf(categoryColour(name, 'light')),
      );
  });

  it.each([null, '', OTHER, 'other', 'Unknown', '其他'])('%s is grey', (value) => {
    expect(categoryColour(value, 'dark')).toBe(TOKENS.dark.context);
  });

  it('uses all eight over many names', () => {
    const used = new Set(Array.from({ length: 200 }, (_, n) => categoryColour(`型号${n}`, 'light')));
    expect(used.size).toBe(8);
  });
});

describe('categoryColours', () => {
  it('gives up to eight categories colours of their own, the first its usual one', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Z][0-9]{3}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(names, (values) => {
        const colours = categoryColours(values, 'light');
        expect(new Set(colours.values()).size).toBe(values.length);
        expect(colours.get(values[0] as string)).toBe(categoryColour(values[0] as string, 'light'));
      }),
    );
  });

  it('leaves grey what is grey, however many', () => {
    const colours = categoryColours([null, 'A', OTHER], 'light');
    expect([colours.get(null), colours.get(OTHER)]).toEqual([TOKENS.light.context, TOKENS.light.context]);
  });
});

it('runs the sequential scale from end to end', () => {
  expect([0, 1, 5].map((share) => sequentialColour(share, 'light'))).toEqual([
    SEQUENTIAL.light[0],
    SEQUENTIAL.light[1],
    SEQUENTIAL.light[1],
  ]);
});
