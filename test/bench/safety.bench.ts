import { type Bench, quantile } from './bench';
import { generated, importInto } from './bench-page';

const SCOPES = ['model=KS-17W', 'failure_mode=底部漏水', 'region=广东省', 'severity=major', 'model=KG-15W,KM-13W'];
const ROUNDS = 3;

/** The Safety watch in the built application over a million complaints: the search of the texts, and a filter once they are searched. */
export const bench: Bench = {
  title: 'Safety watch, 1,000,000 complaints',
  async run(lab) {
    const page = await lab.openPage();
    await page.goto(`${lab.url}#/data?w=mine`);
    await importInto(page, generated('million', ['--without', 'dirt']));
    const listing = await page.evaluate(listOnce);
    await page.goto(`${lab.url}#/safety?w=mine`);
    await page.waitForSelector('main [role="grid"]');
    const times = await page.evaluate(narrowings, { scopes: SCOPES, rounds: ROUNDS });
    return [
      { name: 'every item from a script', value: listing, unit: 'ms', atMost: 4000 },
      { name: 'list narrowed, median', value: quantile(times, 0.5), unit: 'ms' },
      { name: 'list narrowed, 95 %', value: quantile(times, 0.95), unit: 'ms', atMost: 300 },
    ];
  },
};

/** Runs in the page. */
async function listOnce(): Promise<number> {
  const begun = performance.now();
  const items = await window.truecause.safety.list();
  if (items.length === 0) throw new Error('no safety items were found');
  return performance.now() - begun;
}

/** Runs in the page: from a scope to the title of its list; no scope is asked twice. */
async function narrowings({ scopes, rounds }: { scopes: readonly string[]; rounds: number }): Promise<number[]> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const title = () => document.querySelector('main h1')?.textContent;
  const times = [];
  for (let round = 0; round < rounds; round++)
    for (const scope of scopes) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const before = title();
      const begun = performance.now();
      window.truecause.scope.set(`${scope};received_at=@2024-0${round + 1}-15..2025-11-01`);
      while (title() === before) {
        if (performance.now() - begun > 20_000) throw new Error(`${scope}: the title did not change`);
        await frame();
      }
      await frame();
      times.push(performance.now() - begun);
    }
  return times;
}
