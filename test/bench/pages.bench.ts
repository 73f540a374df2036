import { type Bench, quantile } from './bench';
import { generated, servePage } from './bench-page';

/** Reading a stored million: opening it again, and the next 50 rows of the table anywhere in it. */
export const bench: Bench = {
  title: 'Reading, 1,000,000 complaints',
  async run(lab) {
    const site = await servePage();
    const page = await lab.openPage();
    await page.goto(site.url);
    await page.setInputFiles('#file', generated('million', ['--without', 'dirt']));
    await page.evaluate(() => window.bench.whole());
    await page.reload();
    const times = await page.evaluate(() => window.bench.pages());
    await site.close();
    const p95 = (samples: readonly number[]) => quantile(samples, 0.95);
    return [
      { name: 'opened again', value: times.reopened, unit: 'ms', atMost: 2000 },
      { name: '50 rows of the whole table, 95 %', value: p95(times.unfiltered), unit: 'ms', atMost: 50 },
      { name: '50 rows of a filtered table, 95 %', value: p95(times.filtered), unit: 'ms', atMost: 100 },
      { name: '50 rows of a sorted table, 95 %', value: p95(times.sorted), unit: 'ms', atMost: 100 },
      { name: 'list of the filtered table', value: times.listed[0] ?? Number.NaN, unit: 'ms' },
      { name: 'list of the sorted table', value: times.listed[1] ?? Number.NaN, unit: 'ms' },
    ];
  },
};
