import { readFileSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';
import { expectNoSeriousViolation } from '../support/accessibility';
import { ROOT } from '../support/root';
import { test } from '../support/with-sample';

interface Truth {
  readonly stories: {
    readonly b: { readonly failureMode: string; readonly line: string };
    readonly c: { readonly failureMode: string };
    readonly g: { readonly failureMode: string };
  };
}

/** A torque driver of one line at night; more leaks only because more is sold; three melted terminals. */
const { b, c, g } = (JSON.parse(readFileSync(`${ROOT}/sample-data/truth.json`, 'utf8')) as Truth).stories;

test.use({ locale: 'en-GB' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const group = (page: Page, mode: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(`^${mode}`) }) });
const chip = (page: Page, text: RegExp) => page.getByRole('button', { name: text });

async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`/#/signals?w=sample${search}`);
  await expect(heading(page)).toContainText('stand', { timeout: 75_000 });
}

test('the lead signal narrows everything to its slice, and Back undoes it', async ({ page }) => {
  await open(page);
  await expect(heading(page)).toContainText('have an address that stands out');
  const lead = group(page, b.failureMode).getByRole('listitem').first();
  await expect(lead).toContainText(`Line × Shift ${b.line} Night: `);
  await expect(lead).toContainText(/\d times the rest \(\d/);
  await lead.getByRole('button', { name: new RegExp(`^${b.line}`) }).click();
  await expect(chip(page, new RegExp(`^Remove filter: Failure mode: ${b.failureMode}$`))).toBeVisible();
  await expect(chip(page, /^Remove filter: Batch/)).toBeVisible();
  await page.goBack();
  await expect(chip(page, /^Remove filter/)).toHaveCount(0);
  await expect(lead).toContainText(b.line);
});

test('a number opens the complaints behind it', async ({ page }) => {
  await open(page);
  const number = group(page, b.failureMode).getByRole('listitem').first().getByTitle('Show rows').first();
  await number.click();
  await expect(page).toHaveURL(/#\/complaints/);
  await expect(chip(page, new RegExp(`^Remove filter: Failure mode: ${b.failureMode}$`))).toBeVisible();
});

test('what is only sold more is no signal, and what is too rare is on the Safety watch', async ({ page }) => {
  await open(page);
  await expect(group(page, c.failureMode)).toHaveCount(0);
  const few = page.getByRole('region', { name: /too few complaints/ });
  await expect(few.getByRole('listitem').first()).toContainText(g.failureMode);
  await few
    .getByRole('link', { name: /^◆ safety/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#\/safety/);
  await expect(page.getByRole('combobox', { name: 'Problem' })).toHaveValue(g.failureMode);
});

test('dimensions are chosen, and a link keeps them', async ({ page }) => {
  await open(page, '&dims=line%2Bshift');
  await page.getByRole('button', { name: 'Dimensions (1)' }).click();
  await page.getByRole('checkbox', { name: 'Shift', exact: true }).check();
  await page.getByRole('button', { name: 'Scan these' }).click();
  await expect(page).toHaveURL(/dims=line%2Bshift%2Cshift/);
  await expect(page.getByRole('button', { name: 'Dimensions (2)' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`signals and the choice of dimensions are accessible in the ${colorScheme} scheme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    await page.getByRole('checkbox', { name: 'Statistics' }).check();
    await expect(page.getByRole('figure', { name: /lies? above the 99.8% limit/ })).toBeVisible();
    await expectNoSeriousViolation(page);
    await page.getByRole('button', { name: /^Dimensions/ }).click();
    await expectNoSeriousViolation(page);
  });
}
