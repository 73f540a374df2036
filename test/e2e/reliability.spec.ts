import { readFileSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';
import { expectNoSeriousViolation } from '../support/accessibility';
import { ROOT } from '../support/root';
import { test } from '../support/with-sample';

const truth = JSON.parse(readFileSync(`${ROOT}/sample-data/truth.json`, 'utf8')) as {
  readonly totals: { readonly quality: number };
};

test.use({ locale: 'en-GB' });

const figure = (page: Page, name: RegExp) => page.getByRole('figure', { name });

async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`/#/reliability?w=sample${search}`);
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 60_000 });
}

test('ages are counted from shipment, over all quality complaints, and a cell leads to the complaints of its row', async ({
  page,
}) => {
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('12 months after shipment');
  await expect(page.getByText(`of ${truth.totals.quality.toLocaleString('en')} complaints lead to one`)).toBeVisible();
  await page
    .getByRole('grid')
    .getByRole('row', { name: /^Mar 2024/ })
    .getByRole('gridcell')
    .nth(3)
    .click();
  await expect(page).toHaveURL(/#\/complaints.*batch_no/);
  await page.goBack();
  await expect(page.getByRole('grid')).toBeVisible();
});

test('what young units would make look better is no different at equal age', async ({ page }) => {
  await open(page);
  const before = figure(page, /^Compare two populations/);
  await before.getByLabel('How to part them').selectOption('produced_at');
  await before.getByLabel('First day of “after”').fill('2025-01-01');
  await before.getByRole('button', { name: 'Apply' }).click();
  const compared = figure(page, /^No difference shown at equal age/);
  await expect(compared).toBeVisible({ timeout: 30_000 });
  await expect(compared).toContainText('without regard to age would read 0.5');
  await compared.getByRole('button', { name: 'End the comparison' }).click();
  await expect(figure(page, /^Compare two populations/)).toBeVisible({ timeout: 30_000 });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`reliability is accessible in the ${colorScheme} scheme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    await page.getByLabel('Statistics').check();
    await expect(figure(page, /reported within/)).toBeVisible();
    await expectNoSeriousViolation(page);
  });
}
