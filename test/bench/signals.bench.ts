import { join } from 'node:path';
import { type Bench, quantile } from './bench';
import { importInto } from './bench-page';
import { PLANTED, signalFiles } from './signals-data';

const TIMES = 5;

/** The whole scan of signals from a script over a million complaints, 2,000 batches and 6,000 lots, and how long it may hold the page. */
export const bench: Bench = {
  title: 'Signals, 1,000,000 complaints, 2,000 batches, 6,000 lots',
  async run(lab) {
    const page = await lab.openPage();
    await page.goto(`${lab.url}#/data?w=mine`);
    const files = signalFiles(join(process.cwd(), 'test/bench/out/signals'), 1_000_000);
    for (const file of files) await importInto(page, file, file.endsWith('complaints.csv') ? undefined : 0);
    const { scans, plain, held, first } = await page.evaluate(async (times) => {
      const group =
        'SELECT failure_mode, batch_no, month(received_at) AS m, count(*) AS n FROM complaint WHERE is_quality GROUP BY ALL';
      const scans: number[] = [];
      const plain: number[] = [];
      let held = 0;
      let first = '';
      for (let n = 0; n < times; n++) {
        const asked = performance.now();
        await window.truecause.query(`SELECT count(*) AS n FROM (${group})`);
        plain.push(performance.now() - asked);
        const watch = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) held = Math.max(held, duration);
        });
        watch.observe({ entryTypes: ['longtask'] });
        const begun = performance.now();
        const { signals } = await window.truecause.signals();
        scans.push(performance.now() - begun);
        watch.disconnect();
        first = signals[0]?.values.join() ?? '';
      }
      return { scans, plain, held, first };
    }, TIMES);
    if (first !== PLANTED) throw new Error(`${first} leads instead of ${PLANTED}`);
    return [
      { name: 'whole scan, median', value: quantile(scans, 0.5), unit: 'ms', atMost: 2000 },
      {
        name: 'to one grouping by mode, batch and month',
        value: quantile(scans, 0.5) / quantile(plain, 0.5),
        unit: '×',
      },
      { name: 'page held at once, most', value: held, unit: 'ms' },
    ];
  },
};
