import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyWorkspace, importFiles, type OpenWorkspace } from '../support/open-workspace';

let open: OpenWorkspace;

beforeAll(async () => {
  open = await emptyWorkspace('mine', { forceMemory: true });
});
afterAll(() => open.close());

const HEADER = '退货单号,客诉编号,序列号,申请日期,收货日期,检测结论,审批结果';
const file = (name: string, lines: readonly string[]) => new File([[HEADER, ...lines].join('\n')], name);
const rows = () =>
  open.workspace.run<{ return_no: string; serial_no: string; finding: string }>(
    'SELECT return_no, serial_no, finding FROM returned_item ORDER BY return_no, serial_no',
  );

it('keeps every unit of a return, and replaces a return as a whole', async () => {
  const [first] = await importFiles(open.workspace, [
    file('returns.csv', [
      'TH202501-0001,K1,SN1,2025-01-02,2025-01-08,,同意',
      'TH202501-0001,K1,SN2,2025-01-02,2025-01-08,,同意',
      'TH202501-0001,K1,SN3,2025-01-02,2025-01-08,,同意',
      'TH202501-0002,K2,SN4,2025-01-03,2025-01-09,故障确认,同意',
      'TH202501-0003,K3,SN5,2025-01-04,2025-01-10,未见异常,同意',
    ]),
  ]);
  expect(first).toMatchObject({ dataset: 'returned_item', rowsAccepted: 5, rowsRejected: 0 });
  expect((await rows()).map(({ serial_no }) => serial_no)).toEqual(['SN1', 'SN2', 'SN3', 'SN4', 'SN5']);

  await importFiles(open.workspace, [
    file('later.csv', [
      'TH202501-0001,K1,SN1,2025-01-02,2025-01-08,故障确认,同意',
      'TH202501-0001,K1,SN3,2025-01-02,2025-01-08,未见异常,同意',
      'TH202502-0001,K9,SN9,2025-02-01,2025-02-08,故障确认,同意',
    ]),
  ]);
  expect((await rows()).map(({ return_no, serial_no, finding }) => [return_no, serial_no, finding])).toEqual([
    ['TH202501-0001', 'SN1', 'confirmed'],
    ['TH202501-0001', 'SN3', 'no_fault_found'],
    ['TH202501-0002', 'SN4', 'confirmed'],
    ['TH202501-0003', 'SN5', 'no_fault_found'],
    ['TH202502-0001', 'SN9', 'confirmed'],
  ]);
});
