import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Overview } from '../../src/features/overview/Overview';
import { Safety } from '../../src/features/safety/Safety';
import { renderScreen } from '../support/fake-session';
import { factsWith, fakeSource } from '../support/fake-source';

const COMPLAINTS = factsWith(
  ['complaint_no', 'received_at', 'model', 'batch_no', 'failure_mode', 'description', 'severity'],
  {
    first: '2025-01-01 08:00:00',
    last: '2025-03-31 08:00:00',
  },
);
const TEXTS: readonly string[] = ['<b>底座</b>冒烟，没有起火。已断电', '插头处触电', '确认无漏电'];

interface Found {
  readonly n: number;
  readonly said: string;
  readonly meant: string;
}

function row({ n, said, meant }: Found) {
  return {
    ...{ row_id: n, complaint_no: `K${n}`, source_file: 1, source_row: n, received_at: `2025-03-0${n + 1} 08:00:00` },
    ...{ model: 'KS-17W', batch_no: 'B1', region: '广东', failure_mode: '异味', severity: 'minor' },
    ...{ flagged: false, critical: false, said, meant },
  };
}
const FOUND: readonly Found[] = [
  { n: 0, said: '冒烟\u001f起火', meant: '冒烟' },
  { n: 1, said: '触电', meant: '触电' },
  { n: 2, said: '漏电', meant: '' },
];

/** What the engine would say: a word that is not sought finds nothing. */
function answer(sql: string): Record<string, unknown>[] {
  if (sql.includes('AS meant'))
    return FOUND.filter(({ said }) => said.split('\u001f').some((w) => sql.includes(w))).map(row);
  if (sql.includes('row_id IN (0, 1, 2)')) return FOUND.map(({ n }) => ({ row_id: n }));
  if (sql.includes('AS a')) return [{ a: 'B1', b: null, n: 4 }];
  return TEXTS.map((description, row_id) => ({ row_id, description }));
}
const source = () => fakeSource({ complaint: COMPLAINTS, answer });
const heading = () => page.getByRole('heading', { level: 1 });
const rows = () =>
  page
    .getByRole('row')
    .elements()
    .map((element) => element.querySelector('button:not([role])')?.textContent);

afterEach(() => localStorage.clear());

async function closeWith(text: string, by: string) {
  await page.getByRole('dialog').getByRole('textbox').nth(0).fill(text);
  await page.getByRole('dialog').getByRole('textbox').nth(1).fill(by);
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
}

it('says how many are open and since when, the word marked in its sentence', async () => {
  await renderScreen(Safety, source(), '/safety', 'zh-CN');
  await expect.element(heading()).toHaveTextContent('2 件安全事项未关闭，最早的已 30 天');
  await expect.element(page.getByRole('row').first()).toHaveTextContent('<b>底座</b>冒烟，没有起火否定。');
  expect(document.querySelector('[role=row] mark')?.textContent).toBe('冒烟');
  await page.getByRole('radio', { name: '仅否定提及 1' }).click();
  await expect.poll(rows).toEqual(['K2']);
});

it('closes by keyboard with a reason and a name, shows the history, and takes it back under other filters too', async () => {
  const history = await renderScreen(Safety, source(), '/safety');
  await expect.poll(rows).toEqual(['K0', 'K1']);
  await userEvent.keyboard('j');
  await userEvent.keyboard('c');
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
  await expect.element(page.getByText('A name is missing.')).toBeVisible();
  await closeWith('Steam, not smoke', 'Li');
  await expect.poll(rows).toEqual(['K1']);
  await expect.element(heading()).toHaveTextContent('1 safety item is open, for 29 days');

  await page.getByRole('radio', { name: 'Closed 1' }).click();
  await page.getByRole('button', { name: 'K0' }).click();
  await expect.element(page.getByText(/^Closed by Li, .*: Not a safety case: Steam, not smoke$/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  history.push('/safety?s=model%3DKS-17W');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('radio', { name: 'Open 2' }).click();
  await expect.poll(rows).toEqual(['K0', 'K1']);
});

it('closes several with one reason, and opens them again', async () => {
  await renderScreen(Safety, source(), '/safety');
  await page.getByRole('checkbox', { name: 'Select all 2 listed' }).click();
  await page.getByRole('button', { name: 'Close selected…' }).click();
  await page.getByRole('radio', { name: 'Handed to containment or CAPA' }).click();
  await closeWith('CAPA-2025-7', 'Li');
  await expect.element(heading()).toHaveTextContent('No safety item is open');
  await expect.element(page.getByText('Nothing is open')).toBeVisible();
  await page.getByRole('radio', { name: 'Closed 2' }).click();
  await page.getByRole('checkbox', { name: 'Select all 2 listed' }).click();
  await page.getByRole('button', { name: 'Reopen selected…' }).click();
  await page.getByRole('dialog').getByRole('textbox').nth(0).fill('A third one came');
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click();
  await expect.element(heading()).toHaveTextContent('2 safety items are open');
});

it('does not close what only denies a word, so that it is seen when another word finds it', async () => {
  await renderScreen(Safety, source(), '/safety?list=denied');
  await expect.poll(rows).toEqual(['K2']);
  await userEvent.keyboard('jxc');
  await expect.element(page.getByText('1 selected')).toBeVisible();
  expect(page.getByRole('dialog').elements()).toHaveLength(0);
  expect(page.getByRole('button', { name: 'Close selected…' }).elements()).toHaveLength(0);
});

it('closes once, however often the button is pressed', async () => {
  await renderScreen(Safety, source(), '/safety');
  await expect.poll(rows).toEqual(['K0', 'K1']);
  await userEvent.keyboard('jc');
  await page.getByRole('textbox', { name: 'How it was judged, or where it went' }).fill('Steam');
  await page.getByRole('textbox', { name: 'Name' }).fill('Li');
  const close = page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).element() as HTMLElement;
  close.click();
  // The second click comes before the first act is kept.
  await undefined;
  close.click();
  await expect.poll(rows).toEqual(['K1']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(rows).toEqual(['K0', 'K1']);
});

it('knows the items outside the filters by number', async () => {
  const one = (sql: string) => (sql.includes('row_id IN (0, 1, 2)') ? [{ row_id: 0 }] : answer(sql));
  await renderScreen(Safety, fakeSource({ complaint: COMPLAINTS, answer: one }), '/safety?s=model%3DKS-17W');
  await expect.poll(rows).toEqual(['K0']);
  await userEvent.keyboard('jc');
  await page.getByRole('radio', { name: 'Same as another item' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Li');
  await page.getByRole('textbox', { name: 'Number of that item' }).fill('K1');
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
  await expect.element(page.getByText('Nothing is open')).toBeVisible();
});

it('does not say that there are no items where the filters leave none', async () => {
  const none = (sql: string) => (sql.includes('row_id IN (0, 1, 2)') ? [] : answer(sql));
  const history = await renderScreen(
    Safety,
    fakeSource({ complaint: COMPLAINTS, answer: none }),
    '/safety?s=model%3DKS-17W',
  );
  await expect.element(page.getByText('No safety item meets the filters above')).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(() => history.location.search).toBe('');
  await expect.poll(rows).toEqual(['K0', 'K1']);
});

it('takes “same as” only with the number of another item', async () => {
  await renderScreen(Safety, source(), '/safety');
  await expect.poll(rows).toEqual(['K0', 'K1']);
  await userEvent.keyboard('jc');
  await page.getByRole('radio', { name: 'Same as another item' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Li');
  const number = page.getByRole('textbox', { name: 'Number of that item' });
  const close = page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true });
  await number.fill('K0');
  await close.click();
  await expect.element(page.getByText('The number of another item is missing.')).toBeVisible();
  await number.fill('K77');
  await close.click();
  await expect.element(page.getByText('No item has this number.')).toBeVisible();
  await number.fill('K1');
  await close.click();
  await expect.poll(rows).toEqual(['K1']);
});

it('keeps open items on the list when their word is removed', async () => {
  await renderScreen(Safety, source(), '/safety');
  await page.getByRole('button', { name: /^Word list/ }).click();
  await page.getByRole('button', { name: 'Remove 触电' }).click();
  await expect.element(page.getByText('1 open item is here only because of the removed words.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill('Li');
  await page.getByRole('button', { name: 'Save the list' }).click();
  await expect.poll(rows).toEqual(['K0', 'K1']);
  await page.getByRole('button', { name: /^Word list/ }).click();
  await expect.element(page.getByText(/Removed, and still sought .*2025-04-01: 触电/)).toBeVisible();
  await expect.element(page.getByText(/Li: removed 触电$/)).toBeVisible();
});

it('leads to the tickets of the same batch, whatever the filters were', async () => {
  const history = await renderScreen(Safety, source(), '/safety?s=model%3DKS-17W');
  await page.getByRole('button', { name: 'K0' }).click();
  await page.getByRole('complementary').getByRole('link', { name: 'Same batch: 4' }).click();
  await expect.poll(() => history.location.pathname).toBe('/complaints');
  expect(decodeURIComponent(history.location.search)).toContain('batch_no=B1');
  expect(decodeURIComponent(history.location.search)).not.toContain('model');
});

it('keeps what is chosen in the URL, where Back takes it back', async () => {
  const history = await renderScreen(Safety, source(), '/safety?what=%E5%BC%82%E5%91%B3');
  const problem = page.getByRole('combobox', { name: 'Problem' });
  await expect.element(problem).toHaveValue('异味');
  await page.getByRole('combobox', { name: 'Why it is here' }).selectOptions('触电');
  await expect.poll(rows).toEqual(['K1']);
  expect(decodeURIComponent(history.location.search)).toBe('?what=异味&why=触电');
  history.back();
  await expect.poll(rows).toEqual(['K0', 'K1']);
});

it('offers what a link asks for although nothing has it', async () => {
  await renderScreen(Safety, source(), '/safety?on=KX-1');
  await expect.element(page.getByRole('combobox', { name: 'Model' })).toHaveValue('KX-1');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(rows).toEqual(['K0', 'K1']);
});

it('searches the texts once, whatever the filters', async () => {
  const counted = source();
  await renderScreen(Safety, counted, '/safety?s=model%3DKS-17W');
  await expect.poll(rows).toEqual(['K0', 'K1']);
  expect(counted.asked.filter((sql) => sql.includes('AS meant'))).toHaveLength(1);
  expect(counted.asked.find((sql) => sql.includes('AS meant'))).not.toContain('KS-17W');
});

it('says first which problem was not there before', async () => {
  const long = fakeSource({ complaint: { ...COMPLAINTS, first: '2023-01-01 08:00:00' }, answer });
  const history = await renderScreen(Safety, long, '/safety');
  const problem = page.getByRole('button', { name: '异味: 2 since 2025-03-01' });
  await problem.click();
  await expect.poll(() => decodeURIComponent(history.location.search)).toBe('?what=异味');
  await expect.element(problem).toHaveAttribute('aria-pressed', 'true');
  await problem.click();
  await expect.poll(() => history.location.search).toBe('');
});

it('leads from the Overview to a new problem', async () => {
  const long = fakeSource({ complaint: { ...COMPLAINTS, first: '2023-01-01 08:00:00' }, answer });
  const history = await renderScreen(Overview, long, '/overview');
  await page.getByRole('link', { name: '异味: 2 since 2025-03-01' }).click();
  await expect.poll(() => history.location.pathname).toBe('/safety');
  expect(decodeURIComponent(history.location.search)).toContain('what=异味');
});

it('teaches what would be listed when nothing is', async () => {
  await renderScreen(Safety, fakeSource({ complaint: COMPLAINTS }), '/safety');
  await expect.element(heading()).toHaveTextContent('No safety item is open');
  await expect.element(page.getByText(/Missing: .*Diagnosis/)).toBeVisible();
});

it('says what failed and tries again', async () => {
  const failing = vi.fn(() => {
    throw new Error('out of memory');
  });
  await renderScreen(Safety, fakeSource({ complaint: COMPLAINTS, answer: failing }), '/safety');
  await expect.element(page.getByRole('alert')).toHaveTextContent('out of memory');
});

it('heads the Overview and leads to the list', async () => {
  const history = await renderScreen(Overview, source(), '/overview', 'zh-CN');
  await expect.element(page.getByText('2 件安全事项未关闭，最早的已 30 天')).toBeVisible();
  await page.getByRole('link', { name: '打开安全哨' }).click();
  await expect.poll(() => history.location.pathname).toBe('/safety');
});

it('heads the Overview calmly when nothing is open', async () => {
  await renderScreen(Overview, fakeSource({ complaint: COMPLAINTS }), '/overview', 'zh-CN');
  await expect.element(page.getByText('没有未关闭的安全事项')).toBeVisible();
});
