import { type Bench, quantile } from './bench';
import { generated, importInto } from './bench-page';

const CLICKS = 24;
const SCOPES = ['model=KS-17W', 'failure_mode=底部漏水', 'region=广东省', 'severity=major', 'model=KG-15W,KM-13W', ''];

/** Trends in the built application over a million complaints: from a narrowing to painted panels. */
export const bench: Bench = {
  title: 'Trends, 1,000,000 complaints',
  async run(lab) {
    const page = await lab.openPage();
    await page.goto(`${lab.url}#/trends?w=mine`);
    await importInto(page, generated('million', ['--without', 'dirt']));
    await page.goto(`${lab.url}#/trends?w=mine`);
    await page.waitForSelector('main h1');
    const times = await page.evaluate(narrowings, { scopes: SCOPES, clicks: CLICKS });
    const share = (q: number, of: 'inView' | 'all') =>
      quantile(
        times.map((time) => time[of]),
        q,
      );
    return [
      { name: 'panels in view painted, median', value: share(0.5, 'inView'), unit: 'ms' },
      { name: 'panels in view painted, 95 %', value: share(0.95, 'inView'), unit: 'ms', atMost: 150 },
      { name: 'all of Trends painted, 95 %', value: share(0.95, 'all'), unit: 'ms', atMost: 250 },
    ];
  },
};

/** Runs in the page: every narrowing is another one than before, so that no answer comes from the cache. */
async function narrowings({
  scopes,
  clicks,
}: {
  scopes: readonly string[];
  clicks: number;
}): Promise<{ inView: number; all: number }[]> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const busy = () => Array.from(document.querySelectorAll('main [aria-busy="true"]'));
  const inView = (element: Element) => element.getBoundingClientRect().top < innerHeight;
  const title = () => document.querySelector('main h1')?.textContent;
  const times = [];
  for (let n = 0; n < clicks; n++) {
    while (busy().length > 0) await frame();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = title();
    const begun = performance.now();
    const period = `received_at=@2024-0${(n % 8) + 1}-${10 + Math.floor(n / 6)}..2025-11-01`;
    window.truecause.scope.set([scopes[n % scopes.length], period].filter((part) => part !== '').join(';'));
    while (title() === before || busy().some(inView)) await frame();
    await frame();
    const seen = performance.now() - begun;
    while (busy().length > 0) await frame();
    await frame();
    times.push({ inView: seen, all: performance.now() - begun });
  }
  return times;
}
