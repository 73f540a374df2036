import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Trends } from '../../src/features/trends/Trends';
import { renderScreen } from '../support/fake-session';
import { factsWith, fakeSource } from '../support/fake-source';

const COMPLAINTS = factsWith(['received_at', 'failure_mode', 'severity'], {
  first: '2025-09-01 08:00:00',
  last: '2025-11-20 18:00:00',
});

/** The charts are grouped by period, by failure mode and in all (grouping ids 1, 2 and 3), the breakdowns by severity and in all (0 and 1). */
function answer(sql: string): Record<string, unknown>[] {
  const group = (g: number, keys: Record<string, string | null>, n: number, unjudged = 0) => ({
    g,
    ...keys,
    n,
    unjudged,
  });
  if (sql.includes("'nothing'")) return [];
  if (!sql.includes('date_trunc'))
    return [group(1, {}, 100, 7), group(0, { k0: 'major' }, 70), group(0, { k0: null }, 30)];
  return [
    group(3, {}, 100, 7),
    group(1, { k0: '2025-09-01' }, 30),
    group(1, { k0: '2025-10-01' }, 60),
    group(1, { k0: '2025-11-01' }, 10),
    ...Array.from({ length: 20 }, (_, at) => group(2, { k1: `mode ${at}` }, at === 0 ? 62 : 2)),
  ];
}
const source = () => fakeSource({ complaint: COMPLAINTS, answer });
const figure = (name: RegExp) => page.getByRole('figure', { name });

it('says how many, and of each figure what it counts and how far the data reach', async () => {
  await renderScreen(Trends, source(), '/trends');
  const title = page.getByRole('heading', { level: 1 });
  await expect.element(title).toHaveTextContent('Complaints: 100; Oct 2025 60, 100% above the month before');
  const note = figure(/by month/).getByText(/not judged yet/);
  await expect.element(note).toHaveTextContent('Data until 2025-11-20. Nov 2025 is not over and provisional.');
  await expect.element(note).toHaveTextContent('cannot be told from others');
});

it('narrows to the bar under the keyboard, and opens its rows', async () => {
  const history = await renderScreen(Trends, source(), '/trends');
  const bars = figure(/^Severity/).getByRole('application');
  await expect.element(bars).toBeVisible();
  (bars.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => history.location.search).toContain('severity%3Dmajor');
  (bars.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{Shift>}{Enter}{/Shift}');
  await expect.poll(() => history.location.pathname).toBe('/complaints');
});

it('lists what is in the rest, to narrow to', async () => {
  const history = await renderScreen(Trends, source(), '/trends');
  const modes = figure(/failure modes/).getByRole('application');
  await expect.element(modes).toBeVisible();
  (modes.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}{Enter}');
  await page.getByRole('button', { name: 'mode 9', exact: true }).click();
  await expect.poll(() => decodeURIComponent(history.location.search)).toContain('failure_mode=mode');
});

it('can be read as a table', async () => {
  await renderScreen(Trends, source(), '/trends');
  await figure(/by month/)
    .getByRole('button', { name: 'Actions for this figure' })
    .click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  await expect.element(figure(/by month/).getByRole('row', { name: 'Oct 2025 60' })).toBeVisible();
});

it('says that nothing was found', async () => {
  await renderScreen(Trends, source(), '/trends?s=severity%3Dnothing');
  await expect.element(page.getByText('No complaints of this kind here')).toBeVisible();
});

it('says what went wrong', async () => {
  const broken = fakeSource({
    complaint: COMPLAINTS,
    answer: () => {
      throw new Error('Out of Memory Error');
    },
  });
  await renderScreen(Trends, broken, '/trends');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Out of Memory Error');
});
