import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, type Page } from 'playwright/test';
import { expectNoSeriousViolation } from '../support/accessibility';
import { ROOT } from '../support/root';
import { test } from '../support/with-sample';

/** Every ticket of the sample that can be used. */
const tickets: number = JSON.parse(readFileSync(`${ROOT}/sample-data/truth.json`, 'utf8')).totals.tickets;

test.use({ locale: 'en-GB' });

const editor = (page: Page) => page.getByRole('textbox', { name: 'SQL statement' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const cells = (page: Page) => page.getByRole('grid').getByRole('gridcell');

async function openConsole(page: Page): Promise<void> {
  await page.goto('/#/sql?w=sample');
  await expect(editor(page)).toBeVisible({ timeout: 60_000 });
}

async function run(page: Page, sql: string): Promise<void> {
  await editor(page).fill(sql);
  await editor(page).press('Control+Enter');
}

test('an example runs, and its rows go into a file', async ({ page }) => {
  await openConsole(page);
  await page.getByRole('button', { name: 'The most frequent failures' }).click();
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(heading(page)).toHaveText(/^50 rows in [\d.]+ s$/);
  await expectNoSeriousViolation(page);

  await run(page, 'SELECT customer_name, row_id FROM complaint');
  await expect(heading(page)).toContainText('there are more');
  await expect(cells(page).first()).toHaveText(/^.＊＊?$/);
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const file = await readFile(await (await coming).path(), 'utf8');
  const lines = file.split('\r\n');
  expect(lines[0]).toBe('\uFEFFcustomer_name,row_id');
  expect(lines).toHaveLength(1 + tickets);
  expect(lines.at(-1)).toMatch(/^.＊＊?,\d+$/);
});

test('what is wrong is told with its place, what does not only read is refused', async ({ page }) => {
  await openConsole(page);
  await run(page, 'SELECT *\nFROM complaint\nWHERE modle = 1');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('There is no such column');
  await expect(alert).toContainText('Line 3, column 7');
  await alert.getByRole('button', { name: 'Go there' }).click();
  await expect(editor(page)).toBeFocused();
  await expectNoSeriousViolation(page);

  for (const [sql, words] of [
    ["COPY complaint TO 'x.csv'", 'Statements that begin with “COPY” are not run here'],
    ["SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')", 'Files and addresses are not opened here'],
    ['SELECT 1; DROP VIEW complaint', 'Only one statement is run at a time'],
  ] as const) {
    await run(page, sql);
    await expect(alert).toContainText(words);
  }
});

test('Esc cancels a query without end', async ({ page }) => {
  await openConsole(page);
  await run(page, 'WITH RECURSIVE t AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM t) SELECT count(*) FROM t');
  await expect(page.getByText(/^1\.\d s$/)).toBeVisible();
  await editor(page).press('Escape');
  await expect(heading(page)).toHaveText('Cancelled');
  await run(page, 'SELECT 42 AS answer');
  await expect(cells(page).first()).toHaveText('42');
});

test('queries are kept over a reload, renamed, deleted and brought back', async ({ page }) => {
  await openConsole(page);
  await editor(page).fill('SELECT 7 AS seven');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Seven');
  await page.getByRole('textbox', { name: 'Name', exact: true }).press('Enter');
  await expect(page.getByText('Saved as “Seven”')).toBeVisible();
  await page.reload();
  await expect(editor(page)).toHaveValue('SELECT 7 AS seven', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await page.getByRole('button', { name: 'Rename Seven' }).click();
  await page.getByRole('textbox', { name: 'Rename Seven' }).fill('7');
  await page.getByRole('textbox', { name: 'Rename Seven' }).press('Enter');
  await page.getByRole('button', { name: 'Delete 7' }).click();
  await expect(page.getByText('“7” was deleted.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Delete 7' })).toBeVisible();
});

test('a figure’s SQL opens in the console, and a column goes in at the cursor', async ({ page }) => {
  await page.goto('/#/trends?w=sample');
  const menu = page.getByRole('figure').first().getByRole('button', { name: 'Actions for this figure' });
  await menu.click({ timeout: 60_000 });
  await page.getByRole('menuitem', { name: 'Show SQL' }).click();
  await page.getByRole('link', { name: 'Open in the SQL console' }).first().click();
  await expect(editor(page)).toHaveValue(/^SELECT/);
  expect(page.url()).not.toContain('q=');
  await editor(page).press('Control+Enter');
  await expect(heading(page)).toHaveText(/rows in/);

  await editor(page).fill('SELECT ');
  await page.getByRole('searchbox', { name: 'Find a table or column' }).fill('severity');
  await page.getByTitle('Insert severity').first().click();
  await expect(editor(page)).toHaveValue('SELECT severity');
});
