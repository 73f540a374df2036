import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from 'playwright/test';
import { file, type Payload } from '../support/import-files';
import { choose, confirm, openData, report } from '../support/import-steps';

test.use({ locale: 'en-US' });

const HEADER = '投诉编号,日期,时间,机种,等级,现象描述';
const MARCH = file(
  '客诉_202403.csv',
  `${HEADER}\nA1,2024-03-05,08:30,KD,甲级,底部漏水\nA2,2024-03-06,09:45,KD,一般,水未开就跳闸\nA3,2024-03-07,,KS,甲级,底部漏水\n`,
);
const APRIL = file('客诉_202404.csv', `${HEADER}\nB1,2024-04-05,18:30,KD,甲级,底部漏水\n`);

test('what is set right once is known the next time', async ({ page }) => {
  await openData(page);
  await choose(page, MARCH);
  const card = page.getByRole('article').filter({ hasText: '客诉_202403.csv' });
  await unfold(card);
  await card.getByRole('button', { name: 'Join “日期” and “时间” into one time' }).click();
  const editor = card.getByRole('form', { name: 'Computed column' });
  await expect(editor.getByRole('cell', { name: '2024-03-05 08:30' })).toBeVisible();
  const formula = editor.getByRole('textbox', { name: 'How it is made' });
  await formula.fill("concat([日期], ' ', [时候])");
  await expect(editor.getByRole('status')).toContainText('Character 19: the file has no column “时候”');
  await formula.fill("[日期] & ' ' & [时间]");
  await expect(editor.getByRole('status')).not.toContainText('Character');
  const violations = (await new AxeBuilder({ page }).include('form').analyze()).violations;
  expect(violations.map(({ id }) => id)).toEqual([]);
  await formula.press('Enter');
  await expect(card.getByRole('row', { name: /^日期 时间/ })).toContainText('Received');

  await card.getByRole('button', { name: 'What 等级 is:' }).click();
  await page.getByRole('combobox', { name: 'Search columns' }).fill('Severity');
  await page.getByRole('option', { name: 'Severity' }).click();
  await card.getByRole('combobox', { name: 'What “甲级” means' }).selectOption({ label: 'Critical' });
  const name = card.getByRole('textbox', { name: 'Profile' });
  await expect(name).toHaveValue('客诉');
  await name.fill('客服系统');
  await confirm(page);
  await expect(report(page)).toContainText('Kept as the profile “客服系统”');
  const taught = page.getByRole('region', { name: 'What earlier imports have taught' });
  await expect(taught.getByRole('row', { name: /客服系统/ })).toContainText('1 computed column');

  await page.reload();
  await choose(page, APRIL);
  await expect(page.getByRole('article').filter({ hasText: '客诉_202404.csv' })).toContainText('profile “客服系统”');
  await confirm(page);
  await expect(report(page)).toContainText('Read by the import profile “客服系统”');
  const rows = await page.evaluate(() =>
    window.truecause.query(
      "SELECT CAST(received_at AS VARCHAR) AS at, severity FROM complaint WHERE complaint_no = 'B1'",
    ),
  );
  expect(rows).toEqual([{ at: '2024-04-05 18:30:00', severity: 'critical' }]);

  await choose(page, APRIL);
  const again = page.getByRole('article').filter({ hasText: '客诉_202404.csv' }).first();
  await unfold(again);
  await again.getByRole('button', { name: 'Read it without the profile' }).click();
  await expect(again.getByRole('button', { name: 'Apply the profile' })).toBeVisible();
  await expect(again.getByRole('row', { name: /^日期 时间/ })).toHaveCount(0);
  await again.getByRole('button', { name: 'Apply the profile' }).click();
  await expect(again.getByRole('row', { name: /^日期 时间/ })).toBeVisible();
});

test('profiles are renamed, deleted, brought back and taken along', async ({ page }) => {
  await openData(page);
  const taught = page.getByRole('region', { name: 'What earlier imports have taught' });
  await expect(taught).toContainText('Nothing yet.');
  await choose(page, MARCH);
  const card = page.getByRole('article').filter({ hasText: '客诉_202403.csv' });
  await unfold(card);
  await card.getByRole('button', { name: 'Join “日期” and “时间” into one time' }).click();
  await card.getByRole('textbox', { name: 'How it is made' }).press('Enter');
  await confirm(page);
  await expect(report(page)).toContainText('Kept as the profile “客诉”');

  await taught.getByRole('button', { name: 'Rename the profile “客诉”' }).click();
  await taught.getByRole('textbox').fill('CRM');
  await taught.getByRole('textbox').press('Enter');
  await expect(taught.getByRole('row', { name: /^CRM/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await taught.getByRole('button', { name: 'Export (JSON)' }).click();
  const exported = readFileSync(await (await download).path());
  await taught.getByRole('button', { name: 'Delete the profile “CRM”' }).click();
  await expect(taught.getByRole('row', { name: /^CRM/ })).toHaveCount(0);
  await taught.getByRole('button', { name: 'Undo' }).click();
  await expect(taught.getByRole('row', { name: /^CRM/ })).toBeVisible();
  await taught.getByRole('button', { name: 'Delete the profile “CRM”' }).click();

  await take(
    page,
    file('x.json', '{"kind":"truecause import profiles","version":1,"profiles":[{"id":"a"}],"words":{}}'),
  );
  await expect(taught.getByRole('status')).toContainText('“x.json” is damaged at profiles › 1 › name');
  await take(page, file('photo.json', Buffer.from([0xff, 0xd8, 0xff])));
  await expect(taught.getByRole('status')).toContainText('“photo.json” is no JSON');
  await take(page, file('profiles.json', exported));
  await expect(taught.getByRole('row', { name: /^CRM/ })).toBeVisible();
});

async function take(page: Page, payload: Payload): Promise<void> {
  await page.getByTestId('profiles-input').setInputFiles(payload);
}

/** Opens a card that is folded because nothing is in doubt. */
async function unfold(card: Locator): Promise<void> {
  const head = card.getByRole('button').first();
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
}
