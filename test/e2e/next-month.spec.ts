import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from 'playwright/test';
import { expectNoSeriousViolation } from '../support/accessibility';
import { complaintFile, complaintLine, complaints, type Payload } from '../support/import-files';

test.use({ locale: 'en-GB' });

const history = (page: Page) => page.getByTestId('import-history');
const report = (page: Page) => page.getByTestId('import-report');
const total = (page: Page) =>
  page.evaluate(async () => (await window.truecause.query('SELECT count(*) AS n FROM complaint'))[0]?.n);

async function bring(page: Page, file: Payload): Promise<void> {
  await page.getByTestId('import-input').setInputFiles(file);
  await page.getByTestId('import-confirm').click();
  await expect(report(page)).toBeVisible({ timeout: 60_000 });
}

/** Of sixty complaints the first fifty again, ten of which now say more, and ten new ones. One of those left out is later than all of it. */
function nextMonth(): Payload {
  const again = Array.from({ length: 50 }, (_, at) => complaintLine(at + 1, at < 10 ? 'seal replaced' : undefined));
  const fresh = Array.from({ length: 10 }, (_, at) => complaintLine(at + 101));
  return complaintFile('next.csv', [...again, ...fresh]);
}

test('next month’s export says what is new and what changed, and can be taken back', async ({ page }) => {
  await page.goto('/#/data?w=mine');
  await bring(page, complaints('first.csv', 60));
  await expect(history(page)).toContainText('Next month, import the new export as it comes');
  const before = await page.evaluate(() => window.truecause.dataVersion);

  await bring(page, nextMonth());
  await expect(report(page)).toContainText('10 new · 10 changed · 40 unchanged · 9 not in it any more');
  expect(await total(page)).toBe(70);

  await history(page).getByRole('button', { name: 'next.csv' }).click();
  const drawer = page.getByRole('complementary', { name: 'next.csv: what it changed' });
  await expect(drawer).toContainText('60 accepted rows = 10 new + 10 changed + 40 unchanged');
  await expect(drawer).toContainText('9 earlier rows lie in this period and are not in the file');
  await expect(drawer.getByRole('row', { name: /Description 10/ })).toBeVisible();
  await expect(drawer.getByRole('gridcell', { name: 'seal replaced' }).first()).toBeVisible();
  await expectNoSeriousViolation(page);
  const coming = page.waitForEvent('download');
  await drawer.getByRole('button', { name: 'Download CSV' }).click();
  const lines = (await readFile(await (await coming).path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(1 + 10 + 9);

  await drawer.getByRole('button', { name: 'Undo this import …' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('60 rows leave the data.');
  await expect(dialog).toContainText('The 50 earlier rows that it replaced come back');
  await dialog.getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByText('The import of “next.csv” is undone')).toBeVisible({ timeout: 60_000 });
  expect(await total(page)).toBe(60);
  expect(await page.evaluate(() => window.truecause.dataVersion)).toBe(before);
  await expect(history(page)).toContainText('1 import taken back');
  expect(await page.evaluate(async () => (await window.truecause.imports.list()).map(({ file }) => file))).toEqual([
    'first.csv',
  ]);

  await page.reload();
  await expect(history(page).getByRole('button', { name: 'first.csv' })).toBeVisible({ timeout: 60_000 });
  expect(await total(page)).toBe(60);
});

test('a file is read anew under another mapping, in its old place', async ({ page }) => {
  await page.goto('/#/data?w=mine');
  await bring(page, complaints('first.csv', 20));
  await history(page).getByRole('button', { name: 'first.csv' }).click();
  await page.getByRole('button', { name: 'Read anew under other settings …' }).click();
  await expect(page.getByTestId('import-confirm')).toBeVisible({ timeout: 60_000 });
  await page.getByTestId('import-confirm').click();
  await expect(report(page)).toBeVisible({ timeout: 60_000 });
  expect(await page.evaluate(async () => (await window.truecause.imports.list()).length)).toBe(1);
  expect(await total(page)).toBe(20);
  await expect(history(page)).toContainText('read anew');
});

test('a rejected record is put right on the spot, and refused while it is still wrong', async ({ page }) => {
  const damaged = complaintLine(21).replace(/2024-\d\d-\d\d 10:30/, 'sometime in spring');
  const lines = Array.from({ length: 20 }, (_, at) => complaintLine(at + 1));
  await page.goto('/#/data?w=mine');
  await bring(page, complaintFile('spring.csv', [...lines, damaged]));
  await expect(report(page)).toContainText('21 rows read = 20 accepted + 1 rejected');

  const rejected = page.getByRole('grid', { name: /rejected/ });
  await rejected.getByRole('gridcell').first().click();
  await rejected.press('Enter');
  const drawer = page.getByRole('complementary');
  await drawer.getByRole('button', { name: 'Take in the corrected record' }).click();
  await expect(drawer).toContainText('The corrected record did not come in', { timeout: 60_000 });
  expect(await total(page)).toBe(20);

  await drawer.getByRole('textbox', { name: /received_at/ }).fill('2024-04-02 10:30');
  await drawer.getByRole('button', { name: 'Take in the corrected record' }).click();
  await expect(drawer).toContainText('This record was put right and is in the data.', { timeout: 60_000 });
  expect(await total(page)).toBe(21);
  await expect(history(page)).toContainText('corrects “spring.csv”');
  await page.reload();
  await expect(history(page)).toContainText('corrects “spring.csv”', { timeout: 60_000 });
  expect(await total(page)).toBe(21);
});
