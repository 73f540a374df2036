import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Overview } from '../../src/features/overview/Overview';
import { renderScreen } from '../support/fake-session';
import { factsWith, fakeSource } from '../support/fake-source';

const COMPLAINTS = factsWith(['received_at', 'failure_mode', 'category', 'cause_class'], {
  first: '2025-08-01 08:00:00',
  last: '2025-12-20 18:00:00',
});
const MONTHS = ['2025-08-01', '2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01'];

/** 100 complaints a month, 160 in November, 9 so far in December; clip fracture 10 a month, then 70. */
function complaints(sql: string): Record<string, unknown>[] {
  const byMode = sql.includes('"failure_mode"');
  return MONTHS.flatMap((k0, at) => {
    const n = at === 3 ? 160 : at === 4 ? 9 : 100;
    if (!byMode) return [{ g: 0, k0, n, unjudged: at === 3 ? 12 : 0 }];
    const clip = at === 3 ? 70 : at === 4 ? 1 : 10;
    return [
      { g: 0, k0, k1: '壶盖卡扣断裂', n: clip, unjudged: 0 },
      { g: 0, k0, k1: '底部漏水', n: n - clip, unjudged: 0 },
    ];
  });
}
const shipments = () => MONTHS.map((k0, at) => ({ g: 0, k0, n: at === 3 ? 16_000 : 10_000, unjudged: 0 }));
const answer = (sql: string) => (sql.includes('FROM shipment') ? shipments() : complaints(sql));

it('names the last complete month, what changed and what is behind it', async () => {
  await renderScreen(Overview, fakeSource({ complaint: COMPLAINTS, answer }), '/overview', 'zh-CN');
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('2025年11月质量客诉 160 件，比前 3 个月月均多 60%，主要是壶盖卡扣断裂');
});

it('says in the titles of the figures which measures moved, and what moved most', async () => {
  await renderScreen(Overview, fakeSource({ complaint: COMPLAINTS, answer }), '/overview', 'zh-CN');
  await expect.element(page.getByRole('figure', { name: /^2025年11月与上月相比：.*质量客诉.*增多/ })).toBeVisible();
  await expect
    .element(page.getByRole('figure', { name: '质量客诉与前 3 个月相比，变化最大的是壶盖卡扣断裂（+60 件）' }))
    .toBeVisible();
});

it('gives each measure with its change, and what is not judged yet', async () => {
  await renderScreen(Overview, fakeSource({ complaint: COMPLAINTS, answer }), '/overview');
  const quality = page.getByRole('row', { name: /^Quality complaints/ });
  await expect.element(quality).toHaveTextContent('160');
  await expect.element(quality).toHaveTextContent('12 not judged yet');
  await expect.element(quality).toHaveTextContent('▲+60%More');
  await expect.element(page.getByRole('row', { name: /Safety complaints/ })).toHaveTextContent('◆');
});

it('names the month over its numbers in a table too', async () => {
  await renderScreen(Overview, fakeSource({ complaint: COMPLAINTS, answer }), '/overview', 'zh-CN');
  await page.getByRole('button', { name: '图表操作' }).first().click();
  await page.getByRole('menuitem', { name: '以表格显示' }).click();
  await expect
    .element(page.getByRole('region').getByRole('columnheader', { name: '2025年11月', exact: true }))
    .toBeVisible();
});

it('says that rates are unknown and what would tell them', async () => {
  await renderScreen(Overview, fakeSource({ complaint: COMPLAINTS, answer }), '/overview');
  await expect.element(page.getByText(/without shipments the rate is unknown/).first()).toBeVisible();
  expect(page.getByRole('columnheader', { name: 'Per 1000 shipped' }).elements()).toHaveLength(0);
});

it('does not call growth worse where shipments grew as much', async () => {
  const source = fakeSource({ complaint: COMPLAINTS, shipment: factsWith(['shipped_at', 'qty']), answer });
  await renderScreen(Overview, source, '/overview?per=shipped');
  const quality = page.getByRole('row', { name: /^Quality complaints/ });
  await expect.element(quality).toHaveTextContent('10.00');
  await expect.element(quality).toHaveTextContent('Common variation');
});

it('leads from what moved to its development', async () => {
  const history = await renderScreen(Overview, fakeSource({ complaint: COMPLAINTS, answer }), '/overview');
  await page.getByRole('button', { name: '壶盖卡扣断裂' }).click();
  await expect.poll(() => history.location.pathname).toBe('/trends');
  expect(decodeURIComponent(history.location.search)).toContain('failure_mode=壶盖卡扣断裂');
});

it('leads from a number to its complaints of that month, whatever period the scope has', async () => {
  const source = fakeSource({ complaint: COMPLAINTS, answer });
  const december = `s=${encodeURIComponent('received_at=@2025-12-01..2026-01-01')}`;
  const history = await renderScreen(Overview, source, `/overview?${december}`);
  await page
    .getByRole('row', { name: /^Reported complaints/ })
    .getByRole('button', { name: '160' })
    .click();
  await expect.poll(() => history.location.pathname).toBe('/complaints');
  const search = decodeURIComponent(history.location.search);
  expect(search).toContain('m=reported');
  expect(search).toContain('2025-11-01');
  expect(search).toContain('2025-12-01');
  expect(search).not.toContain('2026-01-01');
});

it('does not give zero for what the data cannot tell', async () => {
  await renderScreen(Overview, fakeSource({ complaint: COMPLAINTS, answer }), '/overview', 'zh-CN');
  await expect.element(page.getByRole('row', { name: /属实客诉/ })).toHaveTextContent('无法统计：数据中没有“');
  await expect.element(page.getByRole('row', { name: /^全部客诉/ })).toHaveTextContent('160');
});

it('gives one number under one name where quality cannot be told', async () => {
  const complaint = factsWith(['received_at', 'failure_mode', 'cost'], {
    first: COMPLAINTS.first,
    last: COMPLAINTS.last,
  });
  await renderScreen(Overview, fakeSource({ complaint, answer }), '/overview', 'zh-CN');
  await expect.element(page.getByRole('row', { name: /^客诉 / })).toHaveTextContent('160');
  expect(page.getByRole('row', { name: /^全部客诉/ }).elements()).toHaveLength(0);
});

it('asks for complaints where there is everything else', async () => {
  await renderScreen(Overview, fakeSource({ shipment: factsWith(['shipped_at', 'qty']) }), '/overview', 'zh-CN');
  await expect.element(page.getByText('还没有导入“客诉”数据')).toBeVisible();
});

it('welcomes who has no data', async () => {
  await renderScreen(Overview, fakeSource({}), '/overview');
  await expect.element(page.getByRole('button').first()).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('No data yet');
});
