import { readFileSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';
import { expectNoSeriousViolation } from '../support/accessibility';
import { ROOT } from '../support/root';
import { test } from '../support/with-sample';

/** What is known of the sample, as far as it is needed here. */
interface Truth {
  readonly totals: { readonly quality: number };
  readonly months: readonly { readonly month: string; readonly quality: number; readonly shipped: number }[];
  readonly failureModes: readonly { readonly mode: string; readonly quality: number }[];
}

const truth = JSON.parse(readFileSync(`${ROOT}/sample-data/truth.json`, 'utf8')) as Truth;
const first = truth.failureModes.reduce((most, mode) => (mode.quality > most.quality ? mode : most));
const november = truth.months.find(({ month }) => month === '2025-11');

test.use({ locale: 'en-GB' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const figure = (page: Page, name: RegExp) => page.getByRole('figure', { name });
const chip = (page: Page, text: string) => page.getByRole('button', { name: `Remove filter: ${text}` });
const number = (value: number) => value.toLocaleString('en');

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`/#${path}`);
  await expect(heading(page)).toBeVisible({ timeout: 60_000 });
}

/** Where the pointer first finds something to click on its way from the left across a figure's chart: the first bar. */
async function firstBar(page: Page, name: RegExp): Promise<{ x: number; y: number }> {
  const chart = figure(page, name).getByRole('application');
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (box === null) throw new Error(`${name} has no chart`);
  const y = box.y + box.height / 2;
  for (let x = box.x; x < box.x + box.width; x += 4) {
    await page.mouse.move(x, y);
    if (await chart.evaluate(pointsAtShape)) return { x: x + 4, y };
  }
  throw new Error(`${name} has nothing to click`);
}

/** Runs in the page: the charts' library turns the pointer over the shapes that take a click. */
function pointsAtShape(chart: Element): boolean {
  return chart.querySelector('canvas')?.parentElement?.style.cursor === 'pointer';
}

test('a click on a bar narrows everything to it, and Back undoes it', async ({ page }) => {
  await open(page, '/trends?w=sample');
  await expect(heading(page)).toContainText(`Quality complaints: ${number(truth.totals.quality)};`);

  const bar = await firstBar(page, /failure modes make up 80%/);
  await page.mouse.click(bar.x, bar.y);
  await expect(chip(page, `Failure mode: ${first.mode}`)).toBeVisible();
  await expect(heading(page)).toContainText(`Quality complaints: ${number(first.quality)};`);
  await expect(figure(page, new RegExp(`^Failure mode: ${first.mode}$`))).toContainText(number(first.quality));

  await page.goBack();
  await expect(chip(page, `Failure mode: ${first.mode}`)).toHaveCount(0);
  await expect(heading(page)).toContainText(number(truth.totals.quality));
});

test('a double click opens the complaints of a bar', async ({ page }) => {
  await open(page, '/trends?w=sample');
  const bar = await firstBar(page, /failure modes make up 80%/);
  await page.mouse.dblclick(bar.x, bar.y);
  await expect(page).toHaveURL(/#\/complaints/);
  await expect(heading(page)).toContainText(number(first.quality));
});

test('rates are complaints over what was shipped in the month', async ({ page }) => {
  await open(page, '/trends?w=sample&per=shipped');
  const rate = ((november?.quality ?? 0) / (november?.shipped ?? 1)) * 1000;
  await expect(heading(page)).toContainText(`Nov 2025 ${rate.toFixed(2)} per 1000 shipped`);
  await expect(figure(page, /by month/)).toContainText('Per 1000 units shipped in the same month.');
  await expect(figure(page, /^Region/)).toContainText('Counts only: shipments go to warehouses and dealers');
});

test('a control chart draws the same rates, judges them, and opens what is behind a signal', async ({ page }) => {
  await open(page, '/trends?w=sample&per=shipped&form=control');
  const chart = figure(page, /by month: .* signals?/);
  const first = chart.getByRole('button', { name: /^Open the complaints of / }).first();
  await expect(first).toBeVisible();
  await chart.getByRole('button', { name: 'Actions for this figure' }).click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  const rate = ((november?.quality ?? 0) / (november?.shipped ?? 1)) * 1000;
  await expect(chart.getByRole('row', { name: /^Nov 2025/ })).toContainText(rate.toFixed(2));
  await chart.getByRole('button', { name: 'Actions for this figure' }).click();
  await page.getByRole('menuitem', { name: 'Show as chart' }).click();
  await expectNoSeriousViolation(page);
  await first.click();
  await expect(page).toHaveURL(/#\/complaints/);
});

test('the overview names the last complete month and leads to what moved', async ({ page }) => {
  await open(page, '/overview?w=sample');
  await expect(heading(page)).toContainText(`Quality complaints in Nov 2025: ${number(november?.quality ?? 0)}`);
  const mover = figure(page, /what moved most/)
    .getByRole('row')
    .nth(1)
    .getByRole('rowheader')
    .getByRole('button');
  const name = String(await mover.textContent());
  await mover.click();
  await expect(page).toHaveURL(/#\/trends/);
  await expect(page.getByRole('button', { name: new RegExp(`^Remove filter: .*${name}$`) })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`overview and trends are accessible in the ${colorScheme} scheme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, '/overview?w=sample');
    await expectNoSeriousViolation(page);
    await open(page, '/trends?w=sample&by=model');
    await expect(figure(page, /^In warranty/)).toBeVisible();
    await expectNoSeriousViolation(page);
    await figure(page, /by month/)
      .getByRole('button', { name: 'Actions for this figure' })
      .click();
    await page.getByRole('menuitem', { name: 'Show as table' }).click();
    await expectNoSeriousViolation(page);
  });
}
