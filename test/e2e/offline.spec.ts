import { expect, type Page, test } from 'playwright/test';
import { type Deployed, deploy } from '../support/builds';
import { type Host, startPlainHost } from '../support/hosts';
import { complaints, type Payload } from '../support/import-files';

test.use({ locale: 'en-US' });

let deployed: Deployed;
let host: Host;

test.beforeEach(async () => {
  deployed = deploy();
  // In a sub-folder, and nothing may be kept but by the copy itself.
  host = await startPlainHost(deployed.folder, { cached: false });
});

test.afterEach(async () => {
  await host.close();
  deployed.remove();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const note = (page: Page) => page.getByText('A new version is ready');
const reload = (page: Page) => page.getByRole('button', { name: 'Reload' });
const version = (page: Page) => page.locator('meta[name="description"]').getAttribute('content');

test('after one visit it opens and works without its host', async ({ page }) => {
  await visit(page, '#/data');
  await bringIn(page, complaints('before.csv', 40));
  expect(await keptFiles(page)).toEqual(deployed.files());

  await host.close();
  await expect(fetch(host.url)).rejects.toThrow();
  await page.reload();
  await expect(heading(page)).toContainText('40 complaint tickets');
  await bringIn(page, complaints('after.csv', 5, 1000));
  await expect(heading(page)).toContainText('45 complaint tickets');
  await page.getByRole('link', { name: 'Trends' }).click();
  await expect(page.getByRole('figure', { name: /by month/ })).toBeVisible();
  await expect(heading(page)).toContainText('45');

  // Never opened before.
  await page.goto(`${host.url}#/trends?w=sample`);
  await expect(page.getByRole('figure', { name: /by month/ })).toBeVisible({ timeout: 60_000 });
});

test('without its host, too, it opens in Chinese, and every screen is there', async ({ page }) => {
  await visit(page, '#/data');
  await host.close();
  const missing: string[] = [];
  page.on('requestfailed', (request) => {
    // What the page that is left was still loading ends with it.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') missing.push(`${request.url()}: ${reason}`);
  });
  page.on('pageerror', (error) => missing.push(error.message));
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
  await page.reload();
  const screens = page.getByRole('navigation', { name: '页面导航' }).getByRole('link');
  await expect(screens.first()).toBeVisible();
  for (const screen of await screens.all()) {
    await screen.click();
    await expect(screen).toHaveAttribute('aria-current', 'page');
    await expect(page.getByText('页面出错了')).toHaveCount(0);
    await expect(page.getByRole('main')).not.toBeEmpty();
  }
  expect(missing).toEqual([]);
});

test('the copy keeps to its folder, and does not answer for other pages in it', async ({ page }) => {
  await visit(page, '#/data');
  await page.reload();
  const copies = await page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    return {
      answering: navigator.serviceWorker.controller?.scriptURL,
      scopes: registrations.map(({ scope }) => scope),
    };
  });
  expect(copies).toEqual({ answering: `${host.url}sw.js`, scopes: [host.url] });
  deployed.add('another/page.html', '<!doctype html><title>Another application</title>');
  await page.goto(`${host.url}another/page.html`);
  await expect(page).toHaveTitle('Another application');
});

test('a newer version waits until it is asked for', async ({ page, context }) => {
  await visit(page, '#/data');
  const first = await version(page);
  const before = await keptFiles(page);
  deployed.replace('the second version');
  await page.reload();
  await expect(note(page)).toBeVisible();
  expect(await version(page)).toBe(first);

  // The old entry is gone from the host, yet the page goes on with the files that it came with.
  await page.getByRole('link', { name: 'Trends' }).click();
  await expect(page.getByRole('main')).toContainText('No data yet');

  const second = await context.newPage();
  await second.goto(`${host.url}#/data`);
  await expect(note(second)).toBeVisible();
  await reload(page).click();
  await expect(page.getByText('Another tab still works with the present version')).toBeVisible();
  await second.close();

  await reload(page).click();
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', 'the second version');
  await expect(page.getByRole('main')).toContainText('No data yet');
  await expect(note(page)).toHaveCount(0);
  await expect.poll(() => keptFiles(page)).toEqual(deployed.files());
  expect(await keptFiles(page)).not.toEqual(before);
});

test('a newer version does not come in the middle of an import', async ({ page }) => {
  await visit(page, '#/data');
  deployed.replace('the second version');
  await page.reload();
  await expect(note(page)).toBeVisible();
  await expect(reload(page)).toBeEnabled();
  await page.getByTestId('import-input').setInputFiles([complaints('mine.csv', 7)]);
  await expect(page.getByTestId('import-confirm')).toBeVisible();
  await expect(page.getByText('Reload once the import is finished or discarded.')).toBeVisible();
  await expect(reload(page)).toBeDisabled();
  await page.getByTestId('import-confirm').click();
  await expect(page.getByTestId('import-report')).toBeVisible();
  await reload(page).click();
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', 'the second version');
  await expect(heading(page)).toContainText('7 complaint tickets');
});

test('it can be installed', async ({ page }) => {
  await visit(page, '#/data');
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Tests run in private windows, from which nothing can be installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

/** Opens the application for the first time and stays until the copy is complete. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${host.url}${path}`);
  await expect(heading(page)).toBeVisible({ timeout: 60_000 });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Imports a file as people do. */
async function bringIn(page: Page, payload: Payload): Promise<void> {
  await page.getByTestId('import-input').setInputFiles([payload]);
  await page.getByTestId('import-confirm').click();
  await expect(page.getByTestId('import-report')).toContainText(payload.name);
}

/** Paths of what the copy holds. */
function keptFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const requests = [];
    for (const name of await caches.keys()) requests.push(...(await (await caches.open(name)).keys()));
    const folder = new URL('.', document.baseURI).pathname;
    return requests.map(({ url }) => decodeURIComponent(new URL(url).pathname).slice(folder.length)).sort();
  });
}
