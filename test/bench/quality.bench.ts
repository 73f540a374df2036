import { type Bench, quantile } from './bench';
import { generated, importInto } from './bench-page';

const TIMES = 5;

/** The data quality page in the built application over a million complaints with dirt: looking through them, and the page painted. */
export const bench: Bench = {
  title: 'Data quality, 1,000,000 complaints',
  async run(lab) {
    const page = await lab.openPage();
    await page.goto(`${lab.url}#/data?w=mine`);
    await importInto(page, generated('million-dirt', []));
    const looks = await page.evaluate(async (times) => {
      const found: number[] = [];
      for (let n = 0; n < times; n++) {
        const begun = performance.now();
        await window.truecause.quality();
        found.push(performance.now() - begun);
      }
      return found;
    }, TIMES);
    const painted = await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const begun = performance.now();
      window.location.hash = '#/quality?w=mine';
      while (document.querySelector('main figure tbody tr') === null) await frame();
      await frame();
      return performance.now() - begun;
    });
    return [
      { name: 'looked through, median', value: quantile(looks, 0.5), unit: 'ms', atMost: 2000 },
      { name: 'page painted', value: painted, unit: 'ms', atMost: 2000 },
    ];
  },
};
