import * as XLSX from '@e965/xlsx';
import { zipSync } from 'fflate';
import { expect, test } from 'playwright/test';
import { complaints, file, type Payload } from '../support/import-files';
import { choose, confirm, openData, report } from '../support/import-steps';

test.use({ locale: 'en-US' });

const HEADER = ['客诉编号', '接收日期', '产品型号', '故障现象', '费用'];
const GROUPS = ['单据', null, '产品', null, '金额'];
const register = (count: number) =>
  Array.from({ length: count }, (_, n) => [
    `K${n}`,
    `2025-03-${String((n % 28) + 1).padStart(2, '0')} 08:00`,
    'KS-17W',
    '漏水',
    n,
  ]);

test('a workbook with a title and a merged header, from the drop to the report', async ({ page }) => {
  const bytes = workbook([['三月客诉台账'], GROUPS, HEADER, ...register(40)], ['A1:E1', 'A2:B2', 'C2:D2']);
  await openData(page);
  await choose(page, file('三月.xlsx', bytes));
  const review = page.getByRole('article').filter({ hasText: '三月.xlsx' });
  await expect(review).toContainText('40 records');
  await expect(review).toContainText('Sheet 客诉');
  await review.getByRole('button', { name: '三月.xlsx', exact: false }).first().click();
  await expect(review.getByText('The header has several rows')).toBeVisible();
  await confirm(page);
  await expect(report(page)).toContainText('40 rows read = 40 accepted + 0 rejected');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('40 complaint');
});

test('a zip: each list in it, and what is none is named', async ({ page }) => {
  const zip = zipSync({
    '2025/一月.csv': complaints('a', 12).buffer,
    '2025/二月.xlsx': workbook([HEADER, ...register(9)]),
    '照片.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
  });
  await openData(page);
  await choose(page, file('全年.zip', Buffer.from(zip)));
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(page.getByText('照片.jpg')).toBeVisible();
  await confirm(page);
  await expect(report(page)).toContainText('21 rows accepted');
});

test('a workbook with a password says so, and the next file comes in', async ({ page }) => {
  await openData(page);
  await choose(page, file('机密.xlsx', locked()));
  await expect(page.getByText(/“机密\.xlsx” is protected by a password/)).toBeVisible();
  await expect(page.getByTestId('import-confirm')).toBeDisabled();
  await page.getByRole('button', { name: 'Discard' }).click();
  await choose(page, complaints('next.csv', 6));
  await confirm(page);
  await expect(report(page)).toContainText('6 rows read = 6 accepted + 0 rejected');
});

test('two tables in a sheet: it is asked which one', async ({ page }) => {
  const shipments = [
    ['出货日期', '型号', '数量'],
    ['2025-02-01', 'KS-17W', 120],
    ['2025-02-02', 'KS-17W', 80],
    ['2025-02-03', 'KS-17W', 60],
  ];
  await openData(page);
  await choose(page, file('两表.xlsx', workbook([HEADER, ...register(12), [], ...shipments])));
  await expect(page.getByText('There are 2 tables')).toBeVisible();
  const review = page.getByRole('article').filter({ hasText: '两表.xlsx' });
  await expect(review).toContainText('12 records');
  await review.getByRole('button', { name: /A15:E18|A15:C18/ }).click();
  await expect(review).toContainText('3 records');
  await expect(review).toContainText('a shipment');
  await confirm(page);
  await expect(report(page)).toContainText('3 rows read = 3 accepted + 0 rejected');
});

test('an event log: the last event is the complaint, all of them its course', async ({ page }) => {
  await openData(page);
  await choose(page, eventLog());
  await expect(page.getByText('This looks like an event log: 90 events of 30 complaints')).toBeVisible();
  await page.getByRole('button', { name: 'Take each row as a complaint' }).click();
  await expect(page.getByText('each row is a complaint of its own')).toBeVisible();
  await page.getByRole('button', { name: 'Take the rows as events' }).click();
  await expect(page.getByText('Taken as an event log: 90 events of 30 complaints')).toBeVisible();
  await confirm(page);
  await expect(report(page)).toContainText('90 rows read = 90 accepted + 0 rejected');
  await expect(report(page)).toContainText('90 events of 30 complaints');
  await page.goto('/#/complaints?row=TS7');
  const course = page.getByRole('region', { name: 'Steps in the event log' });
  await expect(course.getByRole('listitem')).toHaveCount(3);
  await expect(course.getByRole('listitem').last()).toContainText('已关闭');
  await expect(course).not.toContainText('王小明');
});

function eventLog(): Payload {
  const steps = ['已受理', '处理中', '已关闭'];
  const lines = Array.from({ length: 30 }, (_, n) => n).flatMap((n) =>
    steps.map((step, at) => `TS${n},${step},2025-03-${String((n % 28) + 1).padStart(2, '0')} 1${at}:00,王小明,KS-17W`),
  );
  return file('流转.csv', `投诉单号,工单状态,操作时间,操作人,产品型号\n${lines.join('\n')}\n`);
}

function workbook(rows: readonly (readonly unknown[])[], merges: readonly string[] = []): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet(rows as unknown[][]);
  sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '客诉');
  return Buffer.from(XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }));
}

/** What Excel wraps a workbook in that has a password: nothing of it can be read. */
function locked(): Buffer {
  const made = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(made, '/EncryptionInfo', new Uint8Array(200) as never);
  XLSX.CFB.utils.cfb_add(made, '/EncryptedPackage', new Uint8Array(9000) as never);
  return Buffer.from(XLSX.CFB.write(made, { type: 'buffer' }) as Uint8Array);
}
