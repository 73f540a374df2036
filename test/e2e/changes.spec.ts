import { readFileSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';
import { expectNoSeriousViolation } from '../support/accessibility';
import { ROOT } from '../support/root';
import { test } from '../support/with-sample';

/** The change log of the sample: a header, then an entry a line. */
const [, ...log] = readFileSync(`${ROOT}/sample-data/changes.csv`, 'utf8').trim().split(/\r?\n/);

test.use({ locale: 'en-GB' });

const figure = (page: Page) => page.getByRole('figure', { name: /by month/ });
const chart = (page: Page) => figure(page).getByRole('application');
const drawer = (page: Page) => page.getByRole('complementary');

async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`/#/trends?w=sample${search}`);
  await expect(figure(page).getByText(/changes? in this time/)).toBeVisible({ timeout: 75_000 });
}

/** Where the pointer first finds something to click under the axis: the lowest things in a chart are its flags. */
async function firstFlag(page: Page): Promise<{ x: number; y: number }> {
  const box = await chart(page).boundingBox();
  if (box === null) throw new Error('there is no chart');
  for (let y = box.y + box.height; y > box.y + box.height / 2; y -= 4)
    for (let x = box.x; x < box.x + box.width / 3; x += 6) {
      await page.mouse.move(x, y);
      const onShape = (element: Element) => element.querySelector('canvas')?.parentElement?.style.cursor === 'pointer';
      if (await chart(page).evaluate(onShape)) return { x, y };
    }
  throw new Error('the axis has no flag');
}

test('every change of the log is on the axis; a click on a flag lists what changed', async ({ page }) => {
  await open(page);
  await expect(figure(page).getByText(`${log.length} changes in this time`)).toBeVisible();
  const flag = await firstFlag(page);
  await page.mouse.click(flag.x, flag.y);
  const heading = drawer(page).getByRole('heading');
  await expect(heading).toHaveText(/^\w{3} 2024: \d changes?$/);
  const month = new Date(`1 ${(await heading.textContent())?.split(':')[0]} UTC`).toISOString().slice(0, 7);
  const texts = log.filter((line) => line.split(',')[1]?.startsWith(month)).map((line) => line.split(',').at(-1) ?? '');
  expect(texts.length).toBeGreaterThan(0);
  await expect(drawer(page).getByRole('listitem')).toContainText(texts);
  await drawer(page)
    .getByRole('button', { name: `All changes (${log.length})` })
    .click();
  await expect(drawer(page).getByRole('listitem')).toHaveCount(log.length);
  await expectNoSeriousViolation(page);
});

test('a model narrows the log to what may concern it', async ({ page }) => {
  await open(page, '&s=model%3DKS-17W');
  const named = log.map((line) => line.split(',')[3]);
  const concerned = named.filter((model) => model === '' || model === 'KS-17W').length;
  expect(concerned).toBeLessThan(log.length);
  await expect(figure(page).getByText(`${concerned} changes in this time`)).toBeVisible();
});

test('flags can be hidden, a step that Back undoes; on paper their texts are listed', async ({ page }) => {
  await open(page);
  const printed = figure(page).getByRole('list');
  await expect(printed).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(printed.getByText(String(log[0]?.split(',').at(-1)))).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  const flagging = figure(page).getByRole('checkbox', { name: 'Flag on the axis' });
  await flagging.uncheck();
  await expect(page).toHaveURL(/flags=off/);
  await expect(printed).toHaveCount(0);
  await page.goBack();
  await expect(flagging).toBeChecked();
});
