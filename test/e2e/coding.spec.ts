import { readFile } from 'node:fs/promises';
import { expect, type Page } from 'playwright/test';
import { expectNoSeriousViolation } from '../support/accessibility';
import { test } from '../support/with-sample';

test.use({ locale: 'en-GB' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const drawer = (page: Page) => page.getByRole('complementary').last();

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`/#${path}`);
  await expect(heading(page)).toBeVisible({ timeout: 60_000 });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing serious is wrong with any tab, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, '/coding?w=sample');
    for (const name of [/^Rules/, /^Dictionary/, /^Renames/, /^Suggestions/, /^To decide/, /^Versions/]) {
      await tab(page, name).click();
      await expect(page.getByRole('tabpanel')).not.toBeEmpty();
      if (name.source === '^Suggestions') await expect(button(page, /sure suggestions?$/)).toBeVisible();
      await expectNoSeriousViolation(page);
    }
  });
}

test('free text is coded by suggestions in a few clicks, shown by mode, and undone', async ({ page }) => {
  await open(page, '/coding?w=sample');
  await expect(heading(page)).toContainText('not coded');
  const before = await heading(page).textContent();
  await tab(page, /^Suggestions/).click();
  await button(page, /sure suggestions?$/).click();
  await expect(tab(page, /^Rules \([1-9]/)).toBeVisible();
  await button(page, 'What would change').click();
  await expect(page.getByRole('heading', { name: /complaints would change$/ })).toBeVisible();
  await expectNoSeriousViolation(page);
  await button(page, 'Save and apply').click();
  await expect(page.getByRole('heading', { name: /^Applied: [\d,]+ complaints changed$/ })).toBeVisible();
  await expect(heading(page)).not.toHaveText(before ?? '');

  const changes = page.getByRole('region', { name: 'From which to which' });
  await changes.getByRole('button', { name: 'Show them' }).first().click();
  await expect(drawer(page)).toContainText('without a failure mode →');
  await expect(drawer(page).getByRole('listitem')).toHaveCount(50);
  await drawer(page).getByRole('button', { name: /more$/ }).click();
  await expect(drawer(page).getByRole('listitem').nth(60)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Undone: [\d,]+ complaints changed back$/ })).toBeVisible();
  await expect(heading(page)).toHaveText(before ?? '');
});

test('a figure of failures says what is not coded and leads to the queue; the complaint says who named it', async ({
  page,
}) => {
  await open(page, '/trends?w=sample&s=model%3DKS-17W');
  const note = page.getByRole('figure', { name: /failure modes make up/ });
  await expect(note).toContainText(/[\d,]+ of [\d,]+ complaints \(\d+%\) name no failure mode/);
  await note.getByRole('link', { name: 'Name them' }).click();
  await expect(page).toHaveURL(/coding\?.*s=model/);
  await expect(tab(page, /^To decide/)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel')).toContainText('Only complaints of the filter.');
  const number = await page
    .getByRole('tabpanel')
    .getByText(/^TS\d{6}-\d+$/)
    .textContent();
  await page.keyboard.press('1');
  await expect(page.getByText('1 decision waits to be applied')).toBeVisible();

  await tab(page, /^Rules/).click();
  await button(page, 'New rule').click();
  await page.getByRole('textbox', { name: 'Words in the text' }).fill('漏水 或 渗水 或 滴水');
  await expect(page.getByText(/complaints match, [\d,]+ of them without a failure mode/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Failure mode' }).fill('底部漏水');
  await button(page, 'Put into the draft').click();
  await button(page, 'What would change').click();
  await button(page, 'Save and apply').click();
  await expect(page.getByRole('heading', { name: /^Applied:/ })).toBeVisible();

  await open(page, `/complaints?w=sample&all=1&row=${number}`);
  const naming = page.getByRole('region', { name: 'How the failure was named' });
  await expect(naming).toContainText('The file names no failure.');
  await expect(naming).toContainText('Decided by a person:');
  const query = "SELECT complaint_no FROM complaint WHERE coding_source = 'rule' LIMIT 1";
  const [coded] = await page.evaluate((sql) => window.truecause.query(sql), query);
  await open(page, `/complaints?w=sample&all=1&row=${String(coded?.complaint_no)}`);
  await expect(naming).toContainText('Named “底部漏水” by');
  await expectNoSeriousViolation(page);
  await naming.getByRole('link', { name: /^rule 1: 漏水/ }).click();
  await expect(page.getByRole('textbox', { name: 'Words in the text' })).toHaveValue('漏水 或 渗水 或 滴水');
});

test('dictionary, rules and the whole draft go out as files and come back', async ({ page }) => {
  await open(page, '/coding?w=sample');
  const choose = async (label: string, name: string, text: string) => {
    const chosen = page.waitForEvent('filechooser');
    await button(page, label).click();
    await (await chosen).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  };
  await choose('Import CSV…', 'rules.csv', 'when,failure_mode\n漏水 或 渗水,底部漏水\n漏水 或,底部漏水\n');
  await expect(page.getByText('lines 3')).toBeVisible();
  await expect(tab(page, /^Rules \(1\)/)).toBeVisible();
  await tab(page, /^Dictionary/).click();
  await choose('Import CSV…', 'terms.csv', '故障类别,故障现象,故障部位,起,止\n结构,底部漏水,壶底,2024-01-01,\n');
  await expect(tab(page, /^Dictionary \(1\)/)).toBeVisible();
  await tab(page, /^Versions/).click();
  const coming = page.waitForEvent('download');
  await button(page, 'Download the draft').click();
  const text = await readFile(await (await coming).path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    coding: { rules: [{ when: '漏水 或 渗水' }], terms: [{ group: 'structural', from: '2024-01-01' }] },
  });
  await choose('Add a downloaded draft…', 'coding.json', text.replace('漏水 或 渗水', '滴水'));
  await expect(tab(page, /^Rules \(2\)/)).toBeVisible();
  await choose('Add a downloaded draft…', 'coding.json', '{}');
  await expect(page.getByRole('alert')).toContainText('not a coding that was downloaded here');
});
