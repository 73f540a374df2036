import { type Bench, quantile } from './bench';
import { generated, servePage } from './bench-page';

const ROWS = 10_000_000;
const GIB = 1024 ** 3;

/** Ten million complaints: whether they come in at all, what they cost in memory, and what a narrowing takes then. */
export const bench: Bench = {
  title: 'Ten million complaints',
  async run(lab) {
    const site = await servePage();
    const page = await lab.openPage();
    await page.goto(site.url);
    await page.setInputFiles('#file', generated('ten-million', ['--without', 'dirt'], ROWS));
    const watch = lab.watchMemory();
    const times = await page.evaluate(() => window.bench.whole());
    const peak = watch();
    await page.reload();
    const read = await page.evaluate(() => window.bench.narrow());
    await site.close();
    return [
      { name: 'imported', value: times.whole, unit: 'ms' },
      { name: 'main thread held up at most', value: times.blocked, unit: 'ms', atMost: 50 },
      { name: 'largest process of the browser at its peak', value: peak, unit: 'B', atMost: 2 * GIB },
      { name: 'opened again', value: read.reopened, unit: 'ms' },
      { name: 'answer of Trends to a narrowing, 95 %', value: quantile(read.answers, 0.95), unit: 'ms', atMost: 1500 },
    ];
  },
};
