import { readFileSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';
import { expectNoSeriousViolation } from '../support/accessibility';
import { ROOT } from '../support/root';
import { test } from '../support/with-sample';

const { stories } = JSON.parse(readFileSync(`${ROOT}/sample-data/truth.json`, 'utf8')) as {
  stories: { h: { failureMode: string; provinces: readonly string[] } };
};
const { failureMode, provinces } = stories.h;
const search = `w=sample&m=reported&s=failure_mode%3D${encodeURIComponent(failureMode)}`;

test.use({ locale: 'en-GB' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const origin = (page: Page) => page.getByRole('figure', { name: /Where the units are from/ });

test('from some complaints to what is different about them, to one of the differences, and back', async ({ page }) => {
  await page.goto(`/#/trends?${search}`);
  await page.getByRole('link', { name: 'What is different?' }).click({ timeout: 60_000 });
  await expect(page).toHaveURL(/#\/compare/);
  await expect(heading(page)).toContainText('Compared with the rest, these', { timeout: 30_000 });
  const title = (await heading(page).textContent()) ?? '';
  expect(provinces.some((province) => title.includes(`Region “${province}”`))).toBe(true);
  const first = origin(page).getByRole('rowheader').first().getByRole('button');
  const province = (await first.textContent()) ?? '';
  expect(provinces).toContain(province);
  await first.click();
  await expect(page.getByRole('button', { name: `Remove filter: Region: ${province}` })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: `Remove filter: Region: ${province}` })).toHaveCount(0);
  await expect(heading(page)).toHaveText(title);
});

test('the number of a row opens its complaints; scripts get the same figures', async ({ page }) => {
  await page.goto(`/#/compare?${search}`);
  const row = origin(page).getByRole('row').nth(1);
  await expect(row).toBeVisible({ timeout: 60_000 });
  const found = await page.evaluate(
    (scope) => window.truecause.compare(scope, undefined, 'reported'),
    `failure_mode=${failureMode}`,
  );
  const first = found.differences.find(({ about, more }) => about === 'origin' && more);
  await expect(row).toContainText(first?.values[0] ?? 'nothing');
  await row.getByRole('button', { name: String(first?.a.n), exact: true }).click();
  await expect(page).toHaveURL(/#\/complaints/);
  await expect(heading(page)).toContainText(String(first?.a.n));
});

test('with nothing chosen it says how to choose', async ({ page }) => {
  await page.goto('/#/compare?w=sample');
  await expect(page.getByText('No complaints are chosen yet')).toBeVisible({ timeout: 60_000 });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is accessible in the ${colorScheme} scheme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`/#/compare?${search}`);
    await expect(origin(page).getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 });
    await expectNoSeriousViolation(page);
  });
}
