import { expect, type Page } from 'playwright/test';
import { test } from '../support/with-sample';

test.use({ locale: 'zh-CN', colorScheme: 'dark' });

const header = (page: Page) => page.getByRole('main').locator('xpath=preceding-sibling::header[1]');

async function openOnPaper(page: Page, path: string): Promise<void> {
  await page.goto(`/#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

for (const screen of ['overview', 'trends'] as const) {
  test(`${screen} on paper says what it shows, of which data, and when it was printed`, async ({ page }) => {
    await openOnPaper(page, `/${screen}?w=sample&s=model%3DKS-17W&per=shipped`);
    await expect(header(page)).toContainText('真因 · 示例数据');
    await expect(header(page)).toContainText('型号：KS-17W');
    await expect(header(page)).toContainText('质量客诉，每千台，按月');
    await expect(header(page)).toContainText(/数据截至 \d{4}-\d{2}-\d{2}/);
    await expect(header(page)).toContainText(/已导入 \d+ 个文件，指纹 [0-9a-f]{12}/);
    await expect(header(page)).toContainText(/打印于 \d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
    await expect(page.getByRole('navigation')).toBeHidden();
  });
}

test('paper is white where the screen is dark, and nothing is wider than it', async ({ page }) => {
  await openOnPaper(page, '/overview?w=sample');
  await page.setViewportSize({ width: 700, height: 1000 });
  const ground = await page
    .getByRole('figure')
    .first()
    .evaluate((figure) => getComputedStyle(figure).backgroundColor);
  expect(ground).toBe('rgb(255, 255, 255)');
  expect(await page.evaluate(clipped)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(700);
});

/** Runs in the page: what would have to be scrolled sideways, which paper cannot be. */
function clipped(): string[] {
  return [...document.querySelectorAll('figure *')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible')
    .map((one) => one.className);
}
