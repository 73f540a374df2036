import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Source } from '../../src/analysis/view';
import { Quality } from '../../src/features/quality/Quality';
import { renderScreen } from '../support/fake-session';
import { fakeSource } from '../support/fake-source';
import { emptyWorkspace, importFiles, type OpenWorkspace } from '../support/open-workspace';

let open: OpenWorkspace;
let source: Source;

/** Forty complaints: every fourth without a batch, one closed before it came, one with a damaged order number. */
const LINES = Array.from({ length: 40 }, (_, at) => {
  const day = `2025-03-${String(1 + (at % 28)).padStart(2, '0')}`;
  const closed = at === 7 ? '2025-01-02 08:00' : `${day} 18:00`;
  const order = at === 9 ? '2.02503E+17' : `20250300000000${100 + at}`;
  return [
    `K202503-${String(at + 1).padStart(4, '0')}`,
    `${day} 09:00`,
    closed,
    'KS-17W',
    at % 4 === 0 ? '' : 'B1',
    order,
    '漏水',
    `张三${at}`,
  ].join();
});
const HEADER = '客诉编号,受理时间,结案时间,产品型号,生产批次号,订单号,故障现象,客户姓名';

beforeAll(async () => {
  open = await emptyWorkspace('mine', { forceMemory: true });
  await importFiles(open.workspace, [new File([[HEADER, ...LINES].join('\n')], 'march.csv')]);
  const { workspace } = open;
  source = {
    facts: workspace.facts,
    run: (sql, options) => workspace.run(sql, options),
    integers: (sql, options) => workspace.integers(sql, options),
  };
}, 60_000);
afterAll(() => open.close());
afterEach(() => localStorage.clear());

const heading = () => page.getByRole('heading', { level: 1 });
const finding = (name: string | RegExp) => page.getByRole('button', { name });
const drawer = () => page.getByRole('complementary');

it('says how much is wrong and what costs most, with its rows', async () => {
  await renderScreen(Quality, source, '/quality', 'zh-CN');
  await expect
    .element(heading())
    .toHaveTextContent(/^发现 \d+ 项问题，其中 \d+ 项严重。影响最大：100% 的质量客诉算不出使用时间。$/);
  await expect.element(page.getByText('25% 的质量客诉找不到批次：追溯只覆盖 75%。')).toBeVisible();

  await finding('客诉：结案时间早于受理时间').click();
  await expect.element(drawer()).toHaveTextContent('1 行，共检查 40 行');
  await expect.element(drawer().getByRole('gridcell', { name: 'K202503-0008' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await finding('客诉：订单号被电子表格改成了 1.23E+11 的形式').click();
  await expect.element(drawer().getByRole('gridcell', { name: '2.02503E+17' })).toBeVisible();
});

it('lists the complaints of a finding where a scope can say which', async () => {
  const history = await renderScreen(Quality, source, '/quality?s=model%3DX');
  await finding('Complaints: “Batch no.” is blank').click();
  await drawer().getByRole('button', { name: 'List in Complaints' }).click();
  await expect.poll(() => history.location.pathname).toBe('/complaints');
  const search = new URLSearchParams(history.location.search);
  expect(search.get('all')).toBe('1');
  expect(search.get('s')).toContain('batch_no');
  expect(search.get('s')).not.toContain('model');
});

it('takes a finding as known with a reason and a name, folds it away, and takes it back', async () => {
  await renderScreen(Quality, source, '/quality');
  await finding('Complaints: “Batch no.” is blank').click();
  await drawer().getByRole('button', { name: 'Accept as known…' }).click();
  await drawer().getByRole('button', { name: 'Accept', exact: true }).click();
  await expect.element(page.getByText('A reason is missing.')).toBeVisible();
  await drawer().getByRole('textbox', { name: 'Why this is known' }).fill('Old models carry no batch');
  await drawer().getByRole('textbox', { name: 'Name' }).fill('Li');
  await drawer().getByRole('button', { name: 'Accept', exact: true }).click();
  await expect.element(page.getByText('1 accepted finding')).toBeVisible();
  await expect.element(finding('Complaints: “Batch no.” is blank')).not.toBeInTheDocument();

  await page.getByText('1 accepted finding').click();
  await expect.element(page.getByText(/^Accepted by Li, .*: Old models carry no batch/)).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect.element(page.getByText('1 accepted finding')).not.toBeInTheDocument();
  await expect.element(finding('Complaints: “Batch no.” is blank')).toBeVisible();
});

it('looks for gaps once the register is said to be complete', async () => {
  await renderScreen(Quality, source, '/quality');
  await page.getByRole('checkbox', { name: /is the complete register/ }).click();
  await expect.element(page.getByRole('checkbox', { name: /is the complete register/ })).toBeChecked();
  // All forty are there.
  await expect.element(finding(/is missing numbers/)).not.toBeInTheDocument();
});

it('shows how well columns are filled', async () => {
  await renderScreen(Quality, source, '/quality');
  await expect.element(page.getByText('Complaints: 7 of 8 columns are filled in every row')).toBeVisible();
  await expect.element(page.getByRole('row', { name: /Batch no\. 75\.0%/ })).toBeVisible();
});

it('invites to bring data while there are none', async () => {
  await renderScreen(Quality, fakeSource({}), '/quality');
  await expect.element(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
});

it('says what failed and tries again', async () => {
  const failing: Source = {
    ...source,
    run: () => Promise.reject(new Error('out of memory')),
  };
  await renderScreen(Quality, failing, '/quality');
  await expect.element(page.getByRole('alert')).toHaveTextContent('out of memory');
});
