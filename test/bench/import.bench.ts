import type { Page } from 'playwright';
import type { Bench, Figure } from './bench';
import { generated, servePage } from './bench-page';
import type { ImportTimes } from './page/main';

const ROUNDS = 3;

/** Files of a million complaints each, made once: as clean as can be, with dirt, and in GB18030. */
const FILES = [
  { name: 'utf-8, clean', folder: 'million', options: ['--without', 'dirt'], atMost: 1.5 },
  { name: 'utf-8, 600 damaged records', folder: 'million-dirt', options: [], atMost: undefined },
  { name: 'gb18030', folder: 'million-gbk', options: ['--without', 'dirt', '--encoding', 'gb18030'], atMost: 2.2 },
] as const;

/** Import of a million complaints into the OPFS database, beside the engine's own `read_csv` on the same file in the same run. */
export const bench: Bench = {
  title: 'Import, 1,000,000 complaints',
  async run(lab) {
    const site = await servePage();
    const figures: Figure[] = [];
    for (const { name, folder, options, atMost } of FILES) {
      const page = await lab.openPage();
      await page.goto(site.url);
      const reference = await rounds(page, generated('million', ['--without', 'dirt']), () =>
        page.evaluate(() => window.bench.bare()),
      );
      const path = generated(folder, options);
      const times = await rounds(page, path, () => page.evaluate(() => window.bench.whole()));
      const bare = Math.min(...reference);
      const best = times.reduce((a, b) => (b.whole < a.whole ? b : a));
      figures.push(...figuresOf(name, bare, best, atMost));
    }
    await site.close();
    return figures;
  },
};

function figuresOf(name: string, bare: number, times: Omit<ImportTimes, 'bare'>, atMost: number | undefined): Figure[] {
  return [
    { name: `${name}: bare read_csv (clean file)`, value: bare, unit: 'ms' },
    { name: `${name}: analysed`, value: times.analysed, unit: 'ms' },
    { name: `${name}: loaded, merged, kept`, value: times.imported, unit: 'ms' },
    {
      name: `${name}: whole import with raw copy and hash ÷ bare`,
      value: times.whole / bare,
      unit: '×',
      atMost: atMost === undefined ? undefined : atMost + 0.3,
    },
    { name: `${name}: main thread held up at most`, value: times.blocked, unit: 'ms', atMost: 50 },
  ];
}

async function rounds<T>(page: Page, path: string, measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.setInputFiles('#file', path);
    results.push(await measure());
  }
  return results;
}
