import { describe, expect, test } from 'vitest';
import { dialectOf, scanned } from '../support/scan';

describe('profiles', () => {
  const column = async (cells: string[]) => (await scanned(`${cells.join('\n')}\n`, dialectOf(1))).profiles[0];

  test('distinct values are trimmed, unquoted and counted', async () => {
    const profile = await column(['漏水', ' 漏水\u3000', '"漏水"', '"a ""b"""', '異響', '" "', 'a "b"']);
    expect(profile?.values).toEqual([
      { value: '漏水', count: 3 },
      { value: 'a "b"', count: 2 },
      { value: '異響', count: 1 },
    ]);
  });

  test('blank cells', async () => {
    const { profiles } = await scanned('1,,x\n2," ",y\n3,z,\u00a0\n', dialectOf(3));
    expect(profiles.map(({ index, blank }) => [index, blank])).toEqual([
      [0, 0],
      [1, 2],
      [2, 1],
    ]);
  });

  test('shapes with what their numbers reach', async () => {
    const profile = await column([
      '5/3/2024',
      '25/12/2024',
      '5-Mar-24',
      '２０２４年1月２日',
      '2024年11月30日',
      '31/13/2023',
    ]);
    expect(profile?.shapes).toEqual([
      {
        shape: '9/9/9999',
        count: 3,
        sample: '5/3/2024',
        record: 1,
        parts: [
          { min: 5, max: 31, over12: 2, over31: 0 },
          { min: 3, max: 13, over12: 1, over31: 0 },
          { min: 2023, max: 2024, over12: 3, over31: 3 },
        ],
      },
      {
        shape: '9999年9月9日',
        count: 2,
        sample: '２０２４年1月２日',
        record: 4,
        parts: [
          { min: 2024, max: 2024, over12: 2, over31: 2 },
          { min: 1, max: 11, over12: 0, over31: 0 },
          { min: 2, max: 30, over12: 1, over31: 0 },
        ],
      },
      expect.objectContaining({ shape: '9-mar-9', count: 1, sample: '5-Mar-24', record: 3 }),
    ]);
  });

  test('shapes keep words, fold blanks and cut prose', async () => {
    const profile = await column(['Sept  5 ２０２４　10：30 ＡＭ', 'unbelievablylong 1', 'x'.repeat(100)]);
    expect(profile?.shapes?.map(({ shape }) => shape)).toEqual([
      'sept 9 9999 9:9 am',
      'unbelievably 9',
      `${'x'.repeat(12)}…`,
    ]);
  });

  test('counting goes on in shapes when there are too many values', async () => {
    const cells = Array.from(
      { length: 2000 },
      (_, row) => `2024-01-${String((row % 28) + 1).padStart(2, '0')} ${row % 24}:${row % 60}:00.${row}`,
    );
    const profile = await column([...cells, ...cells]);
    expect(profile?.values).toBeUndefined();
    expect(profile?.shapes?.reduce((sum, { count }) => sum + count, 0)).toBe(4000);
    expect(profile?.shapes?.[0]?.parts[2]).toEqual({ min: 1, max: 28, over12: expect.any(Number), over31: 0 });
    expect(profile?.shapes?.every(({ sample, record }) => cells[record - 1] === sample)).toBe(true);
  });

  test('too many shapes', async () => {
    const word = (row: number) => row.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
    const profile = await column(Array.from({ length: 1000 }, (_, row) => word(row)));
    expect(profile).toMatchObject({ values: undefined, shapes: undefined });
  });

  test('300 values are listed, 301 are not', async () => {
    const cells = Array.from({ length: 301 }, (_, row) => `v${row}`);
    expect((await column(cells.slice(1)))?.values).toHaveLength(300);
    expect((await column(cells))?.values).toBeUndefined();
  });
});
