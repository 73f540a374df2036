import type { Page } from 'playwright';
import { type Bench, quantile } from './bench';

const VISITS = 7;

/** From navigation to the first content of the shell: a first visit, then visits with a warm cache. */
export const bench: Bench = {
  title: 'Startup',
  async run(lab) {
    const page = await lab.openPage();
    await page.addInitScript(recordFirstContent);
    const first = await visit(page, lab.url);
    const later: number[] = [];
    for (let n = 0; n < VISITS; n++) later.push(await visit(page, lab.url));
    return [
      { name: 'shell shown, first visit', value: first, unit: 'ms' },
      { name: 'shell shown, later visits, median', value: quantile(later, 0.5), unit: 'ms' },
      { name: 'shell shown, later visits, 95 %', value: quantile(later, 0.95), unit: 'ms' },
    ];
  },
};

/** Runs in the page, before anything of the application does. */
function recordFirstContent(): void {
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('#root')?.textContent) return;
    performance.mark('first-content');
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

async function visit(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('first-content').length > 0);
  return page.evaluate(() => performance.getEntriesByName('first-content')[0]?.startTime ?? Number.NaN);
}
