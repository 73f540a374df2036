import { expect, type Page, test } from 'playwright/test';
import { startPlainHost } from '../support/hosts';
import { writtenPolicy } from '../support/policy';
import { ROOT } from '../support/root';

test('the built page opens without a complaint and loads nothing from elsewhere', async ({ page, baseURL }) => {
  await opensCleanly(page, String(baseURL));
});

test('it opens in a folder of a host that sends no headers', async ({ page }) => {
  const host = await startPlainHost(`${ROOT}/dist`);
  await opensCleanly(page, host.url);
  await host.close();
});

test('it carries its policy, and the preview sends the same as a header', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.headers()['content-security-policy']).toBe(writtenPolicy());
  const inPage = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  // A page cannot say who may frame it; browsers ignore that part outside of a header and warn.
  expect(inPage).toBe(writtenPolicy().replace(/; frame-ancestors [^;]*/, ''));
  const policyComesFirst = await page.evaluate(() => document.head.firstElementChild?.getAttribute('http-equiv'));
  expect(policyComesFirst).toBe('Content-Security-Policy');
});

async function opensCleanly(page: Page, address: string): Promise<void> {
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!new RegExp(`^(${address}|data:|blob:)`).test(request.url())) elsewhere.push(request.url());
  });
  await page.goto(address);
  await expect(page).toHaveTitle(/Truecause|真因/);
  await expect(
    page
      .locator('#root')
      .getByText(/Truecause|真因/)
      .first(),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
}
