import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, type Page } from 'playwright/test';
import { expectNoSeriousViolation } from '../support/accessibility';
import { ROOT } from '../support/root';
import { test } from '../support/with-sample';

/** What is known of the sample, as far as it is needed here. */
interface Truth {
  readonly dirt: readonly { readonly kind: string; readonly places: readonly (readonly [number, number, string])[] }[];
}

const truth = JSON.parse(readFileSync(`${ROOT}/sample-data/truth.json`, 'utf8')) as Truth;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const drawer = (page: Page) => page.getByRole('complementary');

async function openQuality(page: Page): Promise<void> {
  await page.goto('/#/quality?w=sample');
  await expect(page.getByRole('table').first()).toBeVisible({ timeout: 80_000 });
}

test.describe('in Chinese, light', () => {
  test.use({ locale: 'zh-CN', colorScheme: 'light' });

  test('the page says what costs most; a finding opens its rows, its SQL and its file', async ({ page }) => {
    await openQuality(page);
    await expect(heading(page)).toHaveText(
      /^发现 \d+ 项问题，其中 \d+ 项严重。影响最大：\d+% 的质量客诉没有故障现象：故障图只覆盖 \d+%。$/,
    );
    await expectNoSeriousViolation(page);

    await page.getByRole('button', { name: '客诉：订单号被电子表格改成了 1.23E+11 的形式' }).click();
    await expect(drawer(page).getByRole('gridcell').first()).toBeVisible();
    await expectNoSeriousViolation(page);
    const coming = page.waitForEvent('download');
    await drawer(page).getByRole('button', { name: '导出 CSV' }).click();
    const lines = (await readFile(await (await coming).path(), 'utf8')).split('\r\n');
    const damaged = truth.dirt.filter(({ kind }) => kind === 'scientificOrderNo').flatMap(({ places }) => places);
    expect(lines).toHaveLength(1 + damaged.length);
    for (const [, , key] of damaged) expect(lines.some((line) => line.startsWith(key))).toBe(true);

    await drawer(page).getByRole('button', { name: 'SQL' }).click();
    await page.getByRole('link', { name: '在 SQL 控制台打开' }).click();
    await page.getByRole('button', { name: '执行', exact: true }).click();
    await expect(heading(page)).toContainText(`${damaged.length} 行`);
  });

  test('the Data screen leads here in a line', async ({ page }) => {
    await openQuality(page);
    await page.goto('/#/data?w=sample');
    await expect(page.getByText(/关联检查：21 项中有 \d+ 项对不上$/)).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: '数据质量' }).click();
    await expect(page).toHaveURL(/#\/quality/);
  });
});

test.describe('in English, dark', () => {
  test.use({ locale: 'en-GB', colorScheme: 'dark' });

  test('a finding is accepted with a reason, survives a reload, and is taken back', async ({ page }) => {
    await openQuality(page);
    const name = 'Complaints: “Cause class” is blank';
    await page.getByRole('button', { name }).click();
    await drawer(page).getByRole('button', { name: 'Accept as known…' }).click();
    await drawer(page).getByRole('textbox', { name: 'Why this is known' }).fill('Judged at month’s end');
    await drawer(page).getByRole('textbox', { name: 'Name' }).fill('Li');
    await drawer(page).getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(page.getByText('1 accepted finding')).toBeVisible();
    await page.reload();
    await expect(page.getByText('1 accepted finding')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('button', { name })).toHaveCount(0);
    await expectNoSeriousViolation(page);
    const accepted = await page.evaluate(async () =>
      (await window.truecause.quality()).findings.map((one) => one.accepted),
    );
    expect(accepted.filter((reason) => reason !== null)).toEqual(['Judged at month’s end']);
    await page.getByText('1 accepted finding').click();
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect(page.getByRole('button', { name })).toBeVisible();
  });

  test('blank cells lead to their complaints', async ({ page }) => {
    await openQuality(page);
    await page.getByRole('button', { name: 'Complaints: “Complaint category” is blank' }).click();
    const [rows] = (
      await drawer(page)
        .getByText(/rows of/)
        .innerText()
    ).split(' ');
    await drawer(page).getByRole('button', { name: 'List in Complaints' }).click();
    await expect(page).toHaveURL(/#\/complaints/);
    await expect(heading(page)).toContainText(rows ?? '?');
  });
});
