import { afterAll, beforeAll, expect, it } from 'vitest';
import { columnSpread } from '../../src/analysis/column-spread';
import { scopeOf } from '../../src/domain/scope';
import { maskedLine } from '../../src/features/complaints/masked-line';
import { emptyWorkspace, importFiles, type OpenWorkspace } from '../support/open-workspace';

let open: OpenWorkspace;

beforeAll(async () => {
  open = await emptyWorkspace('mine', { forceMemory: true });
  const rows = Array.from({ length: 300 }, (_, at) => {
    const month = String((at % 3) + 1).padStart(2, '0');
    const severity = at % 4 === 0 ? '严重' : at % 4 === 1 ? '' : '轻微';
    return `C${1000 + at},2024-${month}-05 10:00,KD-${at % 2},${severity},${at},1390000${1000 + at},说明 ${at}`;
  });
  const header = '投诉编号,受理时间,型号,严重度,维修费用,备用电话,问题描述';
  await importFiles(open.workspace, [new File([[header, ...rows].join('\n')], 'all.csv')]);
});
afterAll(() => open.close());

const columns = ['complaint_no', 'received_at', 'model', 'severity', 'cost', 'x_备用电话', 'description', 'x_none'];
const everything = { columns, scope: [], listed: 'tickets' as const };

it('counts values, months and numbers as a count of each would', async () => {
  const spreads = await columnSpread(open.workspace, everything);
  expect(Object.keys(spreads).sort()).toEqual(['cost', 'model', 'received_at', 'severity']);
  expect(spreads.received_at).toEqual({ by: 'month', from: '2024-01-01', to: '2024-03-01', steps: [100, 100, 100] });
  expect(spreads.severity).toEqual({
    by: 'value',
    values: [
      { value: 'minor', n: 150 },
      { value: 'major', n: 75 },
      { value: null, n: 75 },
    ],
  });
  const { cost } = spreads;
  if (cost?.by !== 'number') throw new Error('cost has no range');
  expect(cost.from).toBeLessThan(10);
  expect(cost.to).toBeGreaterThan(290);
  expect(cost.steps.reduce((sum, n) => sum + n, 0)).toBe(300);
  expect(Math.max(...cost.steps) - Math.min(...cost.steps)).toBeLessThan(8);
});

it('follows the scope', async () => {
  const scope = scopeOf([{ kind: 'oneOf', field: 'model', values: ['KD-0'] }]);
  const { model } = await columnSpread(open.workspace, { ...everything, scope });
  expect(model).toEqual({ by: 'value', values: [{ value: 'KD-0', n: 150 }] });
  const nothing = scopeOf([{ kind: 'oneOf', field: 'model', values: ['gone'] }]);
  expect(await columnSpread(open.workspace, { ...everything, scope: nothing })).toEqual({});
});

it('says nothing of people, keys and prose, and asks nothing for them', async () => {
  const people = { ...everything, columns: ['complaint_no', 'x_备用电话', 'description'] };
  expect(await columnSpread(open.workspace, people)).toEqual({});
});

it('the line of the file is masked where its cells are', () => {
  const row = { customer_name: '王小明', x_备用电话: '13900001234', x_颜色: '白', x_地址: '广东省深圳市南山区1号' };
  const raw = '王小明,13900001234,白,广东省深圳市南山区1号,"王小明说 13900001234 打不通"';
  expect(maskedLine(raw, row, Object.keys(row))).toBe('王＊＊,139****1234,白,广东省****,"王＊＊说 139****1234 打不通"');
  expect(maskedLine('a1,1', { customer_name: '1' }, ['customer_name'])).toBe('a1,1');
  expect(maskedLine('$&,x', { customer_name: '$&' }, ['customer_name'])).toBe('$***,x');
});
