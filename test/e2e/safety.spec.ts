import { readFileSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';
import { expectNoSeriousViolation } from '../support/accessibility';
import { ROOT } from '../support/root';
import { test } from '../support/with-sample';

interface Truth {
  readonly stories: {
    readonly g: {
      readonly failureMode: string;
      readonly tickets: readonly { readonly complaintNo: string; readonly receivedOn: string }[];
    };
  };
}

/** Three melted terminals in ten weeks: no statistics would ever show them. */
const { g } = (JSON.parse(readFileSync(`${ROOT}/sample-data/truth.json`, 'utf8')) as Truth).stories;
const numbers = g.tickets.map(({ complaintNo }) => complaintNo);
const FRESH = `${g.failureMode}: ${g.tickets.length} since ${g.tickets[0]?.receivedOn}`;

test.use({ locale: 'en-GB' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const list = (page: Page) => page.getByRole('grid', { name: 'Safety items' });
const drawer = (page: Page) => page.getByRole('complementary');

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`/#${path}`);
  await expect(heading(page)).toContainText(/[a-z]/, { timeout: 75_000 });
}

async function openWatch(page: Page, search = ''): Promise<void> {
  await open(page, `/safety?w=sample${search}`);
  await expect(heading(page)).toContainText('safety items are open', { timeout: 75_000 });
}

/** Numbers of the rows that are drawn. */
function listed(page: Page): Promise<string[]> {
  return list(page).getByRole('row').locator('button:not([role])').allTextContents();
}

test('what was not there before is said on the Overview, leads to its items, and Back leads back', async ({ page }) => {
  await open(page, '/overview?w=sample');
  const watch = page.getByRole('region', { name: 'Safety watch' });
  await expect(watch).toContainText('Safety watch: ');
  await watch.getByRole('link', { name: FRESH }).click();
  await expect(page).toHaveURL(/#\/safety/);
  await expect.poll(() => listed(page)).toEqual(numbers);
  await expect(list(page).locator('mark').first()).toHaveText(/烧熔|熔化/);
  await page.goBack();
  await expect(watch).toBeVisible();
});

test('choices are steps that Back undoes, and a link shows the same list', async ({ page }) => {
  await openWatch(page);
  await page.getByRole('button', { name: FRESH }).click();
  await expect.poll(() => listed(page)).toEqual(numbers);
  await page.getByRole('combobox', { name: 'Why it is here' }).selectOption({ label: 'Critical (1)' });
  await expect.poll(() => listed(page)).toEqual(numbers.slice(0, 1));
  await page.reload();
  await expect.poll(() => listed(page), { timeout: 75_000 }).toEqual(numbers.slice(0, 1));
  await page.goBack();
  await expect.poll(() => listed(page)).toEqual(numbers);
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Problem' })).toHaveValue('');
});

test('an item is closed with a reason, which a reload and a script find, and opened again', async ({ page }) => {
  await openWatch(page, `&what=${encodeURIComponent(g.failureMode)}`);
  const first = String(numbers[0]);
  await list(page).getByRole('button', { name: first }).click();
  await drawer(page).getByRole('button', { name: 'Close', exact: true }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Handed to containment or CAPA' }).check();
  await dialog.getByRole('textbox', { name: 'How it was judged' }).fill('Lot on hold');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Li');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => listed(page)).toEqual(numbers.slice(1));

  await page.reload();
  await expect.poll(() => listed(page), { timeout: 75_000 }).toEqual(numbers.slice(1));
  const items = await page.evaluate(() => window.truecause.safety.list());
  const melted = items.filter(({ failure }) => failure === g.failureMode);
  expect(melted.map(({ number, state }) => [number, state])).toEqual(
    numbers.map((number) => [number, number === first ? 'closed' : 'open']),
  );
  expect(melted[0]?.closed).toMatchObject({ reason: 'contained', text: 'Lot on hold', by: 'Li' });
  expect(melted.every(({ reasons, inScope }) => reasons.includes(':flag') && inScope)).toBe(true);

  await page.getByRole('radio', { name: 'Closed 1' }).check();
  await list(page).getByRole('button', { name: first }).click();
  await expect(drawer(page)).toContainText('Closed by Li');
  await drawer(page).getByRole('button', { name: 'Reopen' }).click();
  await dialog.getByRole('textbox', { name: 'Why it is open again' }).fill('A held batch was shipped');
  await dialog.getByRole('button', { name: 'Reopen' }).click();
  await page.getByRole('radio', { name: /^Open / }).check();
  await expect.poll(() => listed(page)).toEqual(numbers);
});

test('a filter leaves open items out, and says how many', async ({ page }) => {
  await openWatch(page);
  const all = Number((await heading(page).textContent())?.match(/[\d,]+/)?.[0]?.replace(',', ''));
  await page.evaluate(() => window.truecause.scope.set('model=KM-13W'));
  await expect(page.getByText(/more open outside the filters$/)).toBeVisible();
  const here = Number((await heading(page).textContent())?.match(/[\d,]+/)?.[0]?.replace(',', ''));
  const elsewhere = await page.getByText(/more open outside the filters$/).textContent();
  expect(here + Number(elsewhere?.match(/[\d,]+/)?.[0]?.replace(',', ''))).toBe(all);
  expect(here).toBeGreaterThan(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the watch, an item, its closing and the words are accessible in the ${colorScheme} scheme`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await openWatch(page, `&what=${encodeURIComponent(g.failureMode)}`);
    await expect.poll(() => listed(page)).toEqual(numbers);
    await expectNoSeriousViolation(page);
    await list(page)
      .getByRole('button', { name: String(numbers[1]) })
      .click();
    await expect(drawer(page).getByRole('heading', { level: 2 })).toHaveText(String(numbers[1]));
    await expectNoSeriousViolation(page);
    await page.keyboard.press('c');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoSeriousViolation(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Word list/ }).click();
    await expect(drawer(page).getByRole('row').nth(3)).toBeVisible();
    await expectNoSeriousViolation(page);
  });
}
