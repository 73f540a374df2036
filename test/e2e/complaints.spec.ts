import { readFile } from 'node:fs/promises';
import { expect, type Page } from 'playwright/test';
import { expectNoSeriousViolation } from '../support/accessibility';
import { test } from '../support/with-sample';

/** The first cells of the first row say that the rows have come. */
const firstRow = (page: Page) => page.getByRole('row').nth(1);
const grid = (page: Page) => page.getByRole('grid');
const drawer = (page: Page) => page.locator('aside');

test.use({ locale: 'en-GB' });

async function openComplaints(page: Page, search = ''): Promise<void> {
  await page.goto(`/#/complaints?w=sample${search}`);
  await expect(firstRow(page).getByRole('gridcell').first()).not.toBeEmpty({ timeout: 60_000 });
}

/** The number in a text such as "Quality complaints: 11,496". */
function count(text: string | null): number {
  return Number(text?.match(/[\d,]+/)?.[0].replaceAll(',', ''));
}

async function columnTexts(page: Page, header: string): Promise<string[]> {
  const index = await page.getByRole('columnheader', { name: header }).getAttribute('aria-colindex');
  return grid(page).locator(`[role="gridcell"][aria-colindex="${index}"]`).allTextContents();
}

test('the list is sorted and filtered from its headers, and Back undoes it', async ({ page }) => {
  await openComplaints(page);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText(/^Quality complaints: [\d,]+, newest first$/);
  const before = count(await heading.textContent());

  const model = page.getByRole('columnheader', { name: 'Model' });
  await model.getByRole('button', { name: 'Model', exact: true }).click();
  await expect(model).toHaveAttribute('aria-sort', 'ascending');
  await expect(heading).toContainText('by “Model”, smallest first');
  await expect.poll(async () => new Set(await columnTexts(page, 'Model')).size).toBe(1);

  await page.getByRole('button', { name: 'Filter Failure mode' }).click();
  const first = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox'), hasNotText: 'Blank' })
    .first();
  const [, mode = '', n = ''] = (await first.textContent())?.match(/^(.*?)([\d,]+)$/) ?? [];
  await first.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(heading).toContainText(`: ${n},`);
  expect(count(await heading.textContent())).toBeLessThan(before);
  await expect.poll(async () => [...new Set(await columnTexts(page, 'Failure mode'))]).toEqual([mode]);
  await expect(page.getByRole('button', { name: `Remove filter: Failure mode: ${mode}` })).toBeVisible();

  await page.goBack();
  await expect.poll(async () => count(await heading.textContent())).toBe(before);
  await page.goBack();
  await expect(heading).toContainText('newest first');
});

test('all tickets are named apart from what the measure counts', async ({ page }) => {
  await openComplaints(page);
  const tickets = page.getByRole('radio', { name: /All tickets/ });
  const all = count(await page.getByText(/^All tickets: /).textContent());
  await tickets.check();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('All tickets');
  expect(count(await page.getByRole('heading', { level: 1 }).textContent())).toBe(all);
  await page.keyboard.press('Tab');
  await grid(page).focus();
  await page.keyboard.press('Control+End');
  await expect(
    grid(page)
      .locator(`[aria-rowindex="${all + 1}"] [role="gridcell"]`)
      .first(),
  ).not.toBeEmpty();
});

test('a complaint opens in full, links to itself, and leads to its neighbours', async ({ page }) => {
  await openComplaints(page, '&sort=cost');
  const number = await firstRow(page).getByRole('gridcell').first().textContent();
  await grid(page).focus();
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByRole('heading', { level: 2 })).toHaveText(String(number));
  await expect(drawer(page).getByText(/^1 of [\d,]+ in the list$/)).toBeVisible();
  await expect(drawer(page).locator('pre')).toContainText(String(number));
  await expect(drawer(page).getByText(/\.csv, line [\d,]+$/)).toBeVisible();
  await expect(drawer(page).getByText(/^Counts in: /)).toBeVisible();
  await expectNoSeriousViolation(page);

  await drawer(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(drawer(page).getByText(/^2 of /)).toBeVisible();
  const second = await drawer(page).getByRole('heading', { level: 2 }).textContent();
  expect(second).not.toBe(number);

  await page.reload();
  await expect(drawer(page).getByRole('heading', { level: 2 })).toHaveText(String(second), { timeout: 60_000 });
  await drawer(page).getByRole('button', { name: 'Same model and failure' }).click();
  await expect(page.getByRole('button', { name: /Remove filter: Model: / })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
});

test('a link to a complaint that is not there says so', async ({ page }) => {
  await openComplaints(page, '&row=nobody');
  await expect(drawer(page)).toContainText('This complaint is not in the workspace');
});

test('people stay masked until they are asked for', async ({ page }) => {
  await openComplaints(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Show Contact' }).check();
  await page.keyboard.press('Escape');
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  const contacts = async () => (await columnTexts(page, 'Contact')).filter((text) => text !== '');
  await expect.poll(async () => (await contacts()).length).toBeGreaterThan(0);
  expect((await contacts()).every((text) => text.includes('****'))).toBe(true);
  await page.getByRole('checkbox', { name: 'Show names and contacts' }).check();
  await expect.poll(async () => (await contacts()).every((text) => /^\d{11}$/.test(text))).toBe(true);

  await page.reload();
  await expect(firstRow(page).getByRole('gridcell').first()).not.toBeEmpty({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(page.getByRole('checkbox', { name: 'Show Contact' })).toBeChecked();
});

test('the export holds the whole list, as shown, with people only when asked for', async ({ page }) => {
  await openComplaints(page, '&s=received_at=@2025-06-01..2025-07-01');
  const rows = count(await page.getByRole('heading', { level: 1 }).textContent());
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Show Contact' }).check();
  await page.keyboard.press('Escape');

  const plain = await exported(page, []);
  expect([...plain.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(plain.lines).toHaveLength(rows + 1);
  expect(plain.lines[0]).toMatch(/^\uFEFFComplaint no\.,Received,Model,/);
  expect(plain.lines[0]).not.toContain('Contact');
  const asked = await exported(page, ['With Contact, in full', 'Names and codes for programs']);
  expect(asked.lines[0]).toMatch(/^\uFEFFcomplaint_no,received_at,model,.*customer_contact/);
});

test('the export disarms formulas, and keeps negative numbers numbers', async ({ page }) => {
  await page.goto('/#/complaints?w=mine');
  await page.waitForFunction(() => 'truecause' in window, undefined, { timeout: 30_000 });
  await page.evaluate(async () => {
    const { truecause } = window as unknown as {
      truecause: {
        ready: Promise<unknown>;
        workspace: { use(name: string): Promise<unknown>; clear(): Promise<unknown> };
        importFiles(files: File[]): Promise<unknown>;
      };
    };
    await truecause.ready;
    await truecause.workspace.use('mine');
    await truecause.workspace.clear();
    const text =
      '客诉编号,受理时间,型号,问题描述,费用\nA1,2025-06-01 08:00,K1,"=HYPERLINK(""x"")",-5\nA2,2025-06-02 08:00,K1,@SUM(A1),3\n';
    await truecause.importFiles([new File([text], 'bombs.csv')]);
  });
  await expect(firstRow(page).getByRole('gridcell').first()).toHaveText('A2');
  const { lines } = await exported(page, []);
  expect(lines.slice(1)).toEqual([
    expect.stringContaining("'@SUM(A1)"),
    expect.stringContaining(`"'=HYPERLINK(""x"")"`),
  ]);
  expect(lines[2]).toMatch(/,-5$/);
});

test('nothing found says which filter to remove, and search finds', async ({ page }) => {
  await openComplaints(page);
  const number = String(await firstRow(page).getByRole('gridcell').first().textContent());
  await page.goto('/#/complaints?w=sample&s=model=KD-18W;cost=%239000..');
  await page.getByRole('button', { name: /^Remove “Cost ≥ 9000”: [\d,]+ rows$/ }).click();
  await expect(firstRow(page)).toBeVisible();

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByRole('heading', { level: 2 })).toHaveText(number);
  await page.keyboard.press('Escape');
  // The drawer gave the focus back to the search field.
  await page.keyboard.type('漏水');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove filter: Description contains “漏水”' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the ${colorScheme} list, its filters and its export`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openComplaints(page);
    await expectNoSeriousViolation(page);
    await page.getByRole('button', { name: 'Filter Severity' }).click();
    await expect(
      page
        .getByRole('listitem')
        .filter({ has: page.getByRole('checkbox') })
        .first(),
    ).toBeVisible();
    await expectNoSeriousViolation(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
    await expectNoSeriousViolation(page);
  });
}

/** Exports the list with these boxes ticked. */
async function exported(page: Page, ticked: readonly string[]): Promise<{ bytes: Buffer; lines: string[] }> {
  await page.getByRole('button', { name: 'Export CSV' }).click();
  for (const name of ticked) await page.getByRole('checkbox', { name }).check();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const bytes = await readFile(await (await coming).path());
  return { bytes, lines: bytes.toString('utf8').split('\r\n') };
}
