import { expect, type Page, test } from 'playwright/test';
import { type Host, type Listener, startListener, startPlainHost } from '../support/hosts';
import { ROOT } from '../support/root';

/** As much of the application's scripting interface as is needed here. */
interface Scripted {
  readonly truecause: { readonly ready: Promise<unknown>; query(sql: string): Promise<unknown> };
}

const WAYS_OUT = ['fetch', 'frame', 'image', 'script', 'socket', 'style', 'worker', 'xhr'];

let listener: Listener;
let host: Host;

test.beforeEach(async () => {
  listener = await startListener();
  // Sends no headers, so that the policy in the page is all that holds.
  host = await startPlainHost(`${ROOT}/dist`);
});

test.afterEach(() => Promise.all([listener.close(), host.close()]));

test('nothing in the page reaches another host', async ({ page }) => {
  await page.goto(host.url);
  await tryEveryWayOut(page, listener.url);
  expect(listener.asked).toEqual([]);
});

test('a page without the policy reaches it in every one of these ways', async ({ page }) => {
  const elsewhere = await startListener();
  await page.goto(elsewhere.url);
  await tryEveryWayOut(page, listener.url);
  expect(new Set(listener.asked)).toEqual(new Set(WAYS_OUT.map((way) => `/${way}`)));
  await elsewhere.close();
});

test('the engine reaches no other host', async ({ page }) => {
  await page.goto(host.url);
  expect(await readFromElsewhere(page, `${listener.url}x.csv`)).toBe('refused');
  expect(listener.asked).toEqual([]);
});

test('a page that its copy answers for, and its engine, reach no other host either', async ({ page }) => {
  await page.goto(host.url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(`${host.url}sw.js`);
  await tryEveryWayOut(page, listener.url);
  expect(await readFromElsewhere(page, `${listener.url}x.csv`)).toBe('refused');
  expect(listener.asked).toEqual([]);
});

test('the engine would reach it, did the page not carry the policy', async ({ page }) => {
  const stripped = await startPlainHost(`${ROOT}/dist`, { stripped: true });
  await page.goto(stripped.url);
  await readFromElsewhere(page, `${listener.url}x.csv`);
  expect(listener.asked).toContain('/x.csv');
  await stripped.close();
});

/** Asks `target` for a path by each of the `WAYS_OUT`; resolves when all have succeeded or failed. */
async function tryEveryWayOut(page: Page, target: string): Promise<void> {
  await page.evaluate(async (address) => {
    const settled = (thing: EventTarget) =>
      new Promise((resolve) => {
        for (const event of ['load', 'error', 'message', 'close', 'loadend']) thing.addEventListener(event, resolve);
      });
    const added = <T extends HTMLElement>(element: T, attributes: Partial<T>) => {
      const done = settled(element);
      document.body.append(Object.assign(element, attributes));
      return done;
    };
    const byWorker = () => {
      const script = `fetch('${address}worker').then(() => postMessage(1), () => postMessage(0))`;
      return settled(new Worker(URL.createObjectURL(new Blob([script]))));
    };
    const byXhr = () => {
      const request = new XMLHttpRequest();
      const done = settled(request);
      request.open('GET', `${address}xhr`);
      request.send();
      return done;
    };
    await Promise.allSettled([
      fetch(`${address}fetch`),
      added(document.createElement('iframe'), { src: `${address}frame` }),
      added(document.createElement('img'), { src: `${address}image` }),
      added(document.createElement('script'), { src: `${address}script` }),
      added(document.createElement('link'), { rel: 'stylesheet', href: `${address}style` }),
      Promise.resolve().then(() => settled(new WebSocket(`${address}socket`.replace(/^http/, 'ws')))),
      Promise.resolve().then(byWorker),
      Promise.resolve().then(byXhr),
    ]);
  }, target);
}

/**
 * Has the engine read a file from another host by the application's own scripting interface. Its check of the words lets a quoted name after
 * a comma pass, and the check of the plan comes after the engine has looked for the file: so it is the policy that is tried here.
 */
async function readFromElsewhere(page: Page, address: string): Promise<'read' | 'refused'> {
  await page.waitForFunction(() => 'truecause' in window, undefined, { timeout: 30_000 });
  return page.evaluate(async (file) => {
    const { truecause } = window as unknown as Scripted;
    await truecause.ready;
    return truecause.query(`select * from (values (1)) here, "${file}"`).then(
      () => 'read' as const,
      () => 'refused' as const,
    );
  }, address);
}
