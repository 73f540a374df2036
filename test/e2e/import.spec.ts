import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { encode } from '../support/encode';
import { complaintFile, complaintLine, complaints, file, type Payload } from '../support/import-files';
import { choose, confirm, openData, report } from '../support/import-steps';

test.use({ locale: 'en-US' });

test('from a CRM export in GBK to a report that a reload keeps', async ({ page }) => {
  await openData(page);
  await choose(page, file('投诉2024.csv', Buffer.from(encode(export2024(), 'gb18030'))));
  const review = page.getByRole('article').filter({ hasText: '投诉2024.csv' });
  await expect(review).toContainText('GB18030');
  await expect(review).toContainText('3 records');
  await confirm(page);
  await expect(report(page)).toContainText('3 rows read = 2 accepted + 1 rejected');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    '2 complaint tickets from 2024-03-05 to 2024-04-06',
  );

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    '2 complaint tickets from 2024-03-05 to 2024-04-06',
  );
  await expect(page.getByRole('grid', { name: /rejected/ })).toContainText('Too few cells');
  await page.getByRole('button', { name: '投诉2024.csv' }).first().click();
  await expect(page.getByRole('complementary', { name: /投诉2024\.csv/ })).toContainText('Read as GB18030');
});

test('Enter imports what is understood, and the report leads on', async ({ page }) => {
  await openData(page);
  await choose(page, complaints('a.csv', 40), complaints('b.csv', 20, 100));
  await expect(page.getByTestId('import-confirm')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(report(page)).toContainText('2 files are in: 60 rows accepted');
  await report(page).getByRole('link', { name: 'See what is failing' }).click();
  await expect(page).toHaveURL(/#\/overview/);
});

test('files may be dropped on any screen', async ({ page }) => {
  await page.goto('/#/overview');
  await expect(page.getByText('No data yet')).toBeVisible();
  await drop(page, 'dropped.csv', complaints('dropped.csv', 5).buffer.toString());
  await expect(page).toHaveURL(/#\/data/);
  await confirm(page);
  await expect(report(page)).toContainText('5 rows read = 5 accepted + 0 rejected');
});

test('files dropped on the sample go into the own data', async ({ page }) => {
  await page.goto('/#/overview');
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('link', { name: /files imported/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('more lists of the factory');
  await choose(page, complaints('mine.csv', 5));
  await expect(page.getByText('the two never mix')).toBeVisible();
  await confirm(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('5 complaint tickets');
  await page.getByRole('combobox', { name: 'Workspace' }).selectOption('sample');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('more lists of the factory');
});

test('a wrong guess is set right before the import', async ({ page }) => {
  await openData(page);
  await choose(page, file('dates.csv', 'complaint_no,received_at,等级\nA1,03/04/2024,轻微\nA2,05/06/2024,甲级\n'));
  await expect(page.getByText('fit both orders and nothing decides')).toBeVisible();
  await page.getByRole('combobox', { name: 'Order of year, month and day' }).first().selectOption('dmy');
  await expect(page.getByText('you said so').first()).toBeVisible();
  await expect(page.getByText('03/04/2024 → 2024-04-03')).toBeVisible();

  await page.getByRole('button', { name: /What 等级 is/ }).click();
  await page.keyboard.type('Severity');
  await page.getByRole('option', { name: 'Severity' }).click();
  await page.getByRole('combobox', { name: 'What “甲级” means' }).selectOption('critical');
  await expect(page.getByText('All 2 values known')).toBeVisible();
  await confirm(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('from 2024-04-03 to 2024-06-05');
});

test.describe('a file that cannot be imported', () => {
  const wide = Array.from({ length: 5000 }, (_, at) => `c${at}`).join(',');
  const refused: readonly [Payload, RegExp][] = [
    [file('empty.csv', ''), /“empty\.csv” is empty/],
    [file('photo.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), /“photo\.csv” is a picture/],
    [file('wide.csv', `${wide}\n${wide}\n`), /“wide\.csv” has more than 1,000 columns/],
    [file('header.csv', 'complaint_no,received_at\n'), /“header\.csv” has no rows/],
  ];
  for (const [bad, message] of refused) {
    test(`${bad.name} says why, stores nothing, and the next one comes in`, async ({ page }) => {
      await openData(page);
      await choose(page, bad);
      await expect(page.getByText(message)).toBeVisible();
      await expect(page.getByTestId('import-confirm')).toBeDisabled();
      await page.getByRole('button', { name: `Take out ${bad.name}` }).click();
      await importedNext(page);
    });
  }

  test('is named beside those that can', async ({ page }) => {
    await openData(page);
    await choose(page, file('empty.csv', ''), complaints('good.csv', 3));
    await expect(page.getByText('1 file cannot be imported and is left out.')).toBeVisible();
    await confirm(page);
    await expect(report(page)).toContainText('3 rows read = 3 accepted + 0 rejected');
  });
});

test.describe('damaged records', () => {
  const good = [1, 2, 3, 4].map((number) => complaintLine(number));
  const damaged: readonly [string, Payload, string, string][] = [
    [
      'an unterminated quote swallows no row',
      complaintFile('quote.csv', [...good.slice(0, 2), 'C9,2024-01-02 10:30,KD,"leak,minor,x', ...good.slice(2)]),
      '5 rows read = 4 accepted + 1 rejected',
      'A quote is not closed',
    ],
    [
      'NUL bytes cost their record',
      complaintFile('nul.csv', [...good, complaintLine(9, 'a\0b')]),
      '5 rows read = 4 accepted + 1 rejected',
      'Holds NUL bytes',
    ],
    [
      'a line of 40 MB costs itself',
      complaintFile('long.csv', [...good.slice(0, 2), complaintLine(9, 'x'.repeat(40_000_000)), ...good.slice(2)]),
      '5 rows read = 4 accepted + 1 rejected',
      'The record is too long',
    ],
  ];
  for (const [name, bad, equation, reason] of damaged) {
    test(name, async ({ page }) => {
      await openData(page);
      await choose(page, bad);
      await confirm(page);
      await expect(report(page)).toContainText(equation);
      await expect(page.getByRole('grid', { name: /rejected/ })).toContainText(reason);
      await importedNext(page);
    });
  }

  test('are downloaded with their formulae made harmless', async ({ page }) => {
    await openData(page);
    await choose(page, complaintFile('bomb.csv', [...good, "=cmd|' /C calc'!A0", '@SUM(A1)']));
    await confirm(page);
    await expect(report(page)).toContainText('6 rows read = 4 accepted + 2 rejected');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain("'=cmd|' /C calc'!A0");
    expect(text).toContain("'@SUM(A1)");
    expect(text).not.toMatch(/(^|,)"?[=@]/m);
  });
});

test.describe('a header', () => {
  test('with the same name twice keeps both columns apart', async ({ page }) => {
    await openData(page);
    await choose(page, file('twice.csv', 'complaint_no,received_at,备注,备注\nA1,2024-01-02,x,y\nA2,2024-01-03,z,w\n'));
    await page.getByRole('button', { name: 'twice.csv', exact: true }).click();
    await expect(page.getByRole('rowheader', { name: '备注', exact: true })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: '备注_2', exact: true })).toBeVisible();
    await confirm(page);
    await expect(report(page)).toContainText('2 rows read = 2 accepted + 0 rejected');
  });

  test('of numbers is told to be one, and no row is lost before that', async ({ page }) => {
    await openData(page);
    await choose(page, file('numbers.csv', '1,2,3\nA1,2024-01-02,4\nA2,2024-01-03,5\nA3,2024-01-04,6\n'));
    const card = page.getByRole('article').filter({ hasText: 'numbers.csv' });
    await expect(card).toContainText(/[34] records/);
    await expect(card.getByText('It is not clear what one row of this file is')).toBeVisible();
    await card.getByRole('combobox', { name: 'One row is' }).selectOption('complaint');
    await card.getByRole('spinbutton', { name: 'Header line' }).fill('1');
    await card.getByRole('spinbutton', { name: 'Header line' }).press('Enter');
    await expect(card).toContainText('3 records');
    await confirm(page);
    await expect(report(page)).toContainText('3 rows read = 3 accepted + 0 rejected');
  });
});

test('cancelling leaves everything as it was', async ({ page }) => {
  await openData(page);
  await choose(page, complaints('first.csv', 10));
  await confirm(page);
  await expect(report(page)).toBeVisible();
  await choose(page, complaints('large.csv', 300_000, 1000));
  await page.getByTestId('import-confirm').click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('import-confirm')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('10 complaint tickets');
  await page.getByRole('button', { name: 'Discard' }).click();
  await importedNext(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: '2 imported files' })).toBeVisible();
});

test('an import goes on while another screen is looked at', async ({ page }) => {
  await openData(page);
  await choose(page, complaints('large.csv', 200_000));
  await page.getByTestId('import-confirm').click();
  await page.getByRole('link', { name: 'Overview' }).click();
  const indicator = page.getByRole('link', { name: /file imported/ });
  await expect(indicator).toBeVisible({ timeout: 60_000 });
  await indicator.click();
  await expect(report(page)).toContainText('200,000 rows read = 200,000 accepted + 0 rejected');
});

test('one tab at a time has the data, and they can be taken over and back', async ({ page, context }) => {
  await openData(page);
  await choose(page, complaints('a.csv', 7));
  await confirm(page);
  await expect(report(page)).toBeVisible();

  const second = await context.newPage();
  await second.goto('/#/data');
  await expect(second.getByText('Another tab has these data open')).toBeVisible();
  await second.getByRole('button', { name: 'Work in this tab' }).click();
  await expect(second.getByRole('heading', { level: 1 })).toContainText('7 complaint tickets');

  await expect(page.getByText('Another tab has taken over these data')).toBeVisible();
  await page.getByRole('button', { name: 'Take back to this tab' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('7 complaint tickets');
  await expect(second.getByText('Another tab has taken over these data')).toBeVisible();
});

test('clearing asks first and names what is lost', async ({ page }) => {
  await openData(page);
  await choose(page, complaints('a.csv', 7));
  await confirm(page);
  await page.getByRole('button', { name: 'Clear this workspace' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('7 rows, the copies of 1 imported files');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('7 complaint tickets');
  await page.getByRole('button', { name: 'Clear this workspace' }).click();
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('No data yet');
});

test('without storage it works, and says that nothing will be kept', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.storage.getDirectory = () => Promise.reject(new DOMException('Not here', 'SecurityError'));
  });
  await openData(page);
  await expect(page.getByText('what you import is gone when the tab closes')).toBeVisible();
  await choose(page, complaints('a.csv', 7));
  await confirm(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('7 complaint tickets');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`review, report and rows are accessible in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openData(page);
    await choose(page, file('投诉2024.csv', Buffer.from(encode(export2024(), 'gb18030'))), file('empty.csv', ''));
    await page.getByRole('button', { name: '投诉2024.csv', exact: true }).click();
    await expectAccessible(page);
    await confirm(page);
    await expect(report(page)).toBeVisible();
    await expect(page.getByRole('grid', { name: /rejected/ })).toContainText('Too few cells');
    await expectAccessible(page);
  });
}

/** As a CRM writes it: titles, a semicolon, a quoted line break, a broken last line. */
function export2024(): string {
  return [
    '客诉导出 2024',
    '投诉编号;投诉日期;型号;故障现象;严重程度',
    'TS01;2024/3/5 8:30;KD-18W;"底部漏水，\n加水即漏";轻微',
    'TS02;2024/4/6 9:10;KD-18W;盖卡扣断裂;严重',
    'TS03;2024/4/7',
    '',
  ].join('\r\n');
}

/** After whatever went wrong, a good file comes in whole. */
async function importedNext(page: Page): Promise<void> {
  await choose(page, complaints('next.csv', 6, 5_000_000));
  await confirm(page);
  await expect(report(page)).toContainText('6 rows read = 6 accepted + 0 rejected');
}

async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const made = new DataTransfer();
      made.items.add(new File([text], fileName));
      return made;
    },
    [name, content] as const,
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop the files to import them')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
