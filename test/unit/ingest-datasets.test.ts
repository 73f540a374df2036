import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SURE_OF_DATASET } from '../../src/data/ingest/meaning/dataset-score';
import { proposeMapping } from '../../src/data/ingest/meaning/mapping';
import { sniffDialect } from '../../src/data/ingest/text/dialect';
import { decode, detectEncoding } from '../../src/data/ingest/text/encoding';
import { type Dataset, SCHEMAS } from '../../src/domain/columns';
import { hasRealFiles, REAL_FILES } from '../support/scan';

/** A made-up export: header → a cell (`#` counts the rows) and the canonical column it is, or null where it stays extra. */
type Export = Readonly<Record<string, readonly [cell: string, target: string | null]>>;

const ROWS = 12;
const cut = (file: Export) => {
  const header = Object.keys(file);
  const rows = Array.from({ length: ROWS }, (_, at) =>
    header.map((name) => (file[name]?.[0] ?? '').replace('##', String(10 + at)).replace('#', String(at % 2))),
  );
  return proposeMapping({ header, sources: header, rows });
};

const EXPORTS: readonly (readonly [name: string, dataset: Dataset, file: Export])[] = [
  [
    'a production register',
    'batch',
    {
      生产批号: ['B2024##', 'batch_no'],
      产品型号: ['KD-18W', 'model'],
      生产工厂: ['一厂', 'plant'],
      产线: ['L#', 'line'],
      班次: ['白班', 'shift'],
      生产日期: ['2024-03-##', 'produced_at'],
      生产数量: ['1,200', 'qty'],
      工单号: ['MO88##', 'work_order'],
      作业指导书版本: ['C', 'document_revision'],
    },
  ],
  [
    'an ERP list of production orders in traditional characters',
    'batch',
    {
      製令單號: ['MO-10##', 'work_order'],
      產品批號: ['P4##', 'batch_no'],
      料號: ['77-1#', 'model'],
      線別: ['A#', 'line'],
      班別: ['夜班', 'shift'],
      完工日期: ['113/05/##', 'produced_at'],
      完工數量: ['960', 'qty'],
      備註: ['', null],
    },
  ],
  [
    'an MES export in English',
    'batch',
    {
      'Batch ID': ['K24-##', 'batch_no'],
      Product: ['Kettle 1.7', 'model'],
      Site: ['Foshan', 'plant'],
      'Production Line': ['Line #', 'line'],
      Shift: ['Night', 'shift'],
      'Build Date': ['2024-05-##', 'produced_at'],
      'Good Qty': ['800', 'qty'],
      'Work Order': ['WO10##', 'work_order'],
    },
  ],
  [
    'a batch list without line and shift',
    'batch',
    {
      批次号: ['24W##', 'batch_no'],
      机型: ['X1', 'model'],
      制造日期: ['2024/6/##', 'produced_at'],
      产量: ['500', 'qty'],
    },
  ],
  [
    'incoming goods',
    'material_lot',
    {
      物料批号: ['R24##', 'lot_no'],
      物料编码: ['300-10#', 'part_no'],
      物料名称: ['温控器', 'part_name'],
      物料类别: ['电器件', 'part_family'],
      供应商名称: ['甲公司', 'supplier'],
      到货日期: ['2024-02-##', 'received_at'],
      到货数量: ['5,000', 'qty'],
      检验结果: ['合格', 'iqc_result'],
    },
  ],
  [
    'incoming goods in traditional characters',
    'material_lot',
    {
      供應商批號: ['V24##', 'lot_no'],
      零件號: ['P-##', 'part_no'],
      品名: ['開關', 'part_name'],
      供應商: ['乙廠', 'supplier'],
      進貨日期: ['113/02/##', 'received_at'],
      進貨數量: ['2000', 'qty'],
      進料檢驗: ['特採', 'iqc_result'],
    },
  ],
  [
    'goods receipts in English',
    'material_lot',
    {
      'Lot Number': ['L-##', 'lot_no'],
      'Part Number': ['TH-2##', 'part_no'],
      'Part Description': ['Thermostat', 'part_name'],
      Vendor: ['Acme', 'supplier'],
      'Receipt Date': ['2024-02-##', 'received_at'],
      'Received Qty': ['500', 'qty'],
      'IQC Status': ['Accepted', 'iqc_result'],
    },
  ],
  [
    'consumption of an MES',
    'consumption',
    {
      成品批号: ['B2024##', 'parent'],
      投料批号: ['R24##', 'child'],
      投料数量: ['12.5', 'qty'],
      投料时间: ['2024-03-## 08:00', 'at'],
      产线: ['L#', 'line'],
    },
  ],
  [
    'genealogy in English',
    'consumption',
    {
      'Parent Batch': ['K24-##', 'parent'],
      'Component Lot': ['L-##', 'child'],
      'Qty Consumed': ['40', 'qty'],
      'Consumption Date': ['2024-05-##', 'at'],
    },
  ],
  [
    'issues to a line, without parent',
    'consumption',
    { 领料批号: ['R24##', 'child'], 领料数量: ['100', 'qty'], 领料日期: ['2024-03-##', 'at'], 线别: ['L#', 'line'] },
  ],
  [
    'assemblies in traditional characters',
    'consumption',
    { 母件批號: ['B##', 'parent'], 子件批號: ['S##', 'child'], 用量: ['2', 'qty'], 領料時間: ['2024-03-##', 'at'] },
  ],
  [
    'bare names',
    'consumption',
    {
      parent: ['B1##', 'parent'],
      child: ['L1##', 'child'],
      qty: ['3', 'qty'],
      at: ['2024-01-##', 'at'],
      line: ['L#', 'line'],
    },
  ],
  [
    'units of an MES',
    'serial',
    {
      序列号: ['SN000##', 'serial_no'],
      生产批号: ['B2024#', 'batch_no'],
      出货日期: ['2024-04-##', 'shipped_at'],
      激活日期: ['2024-06-##', 'activated_at'],
      客户名称: ['甲公司', 'customer'],
    },
  ],
  [
    'ranges',
    'serial',
    { 起始序列号: ['K24##000', 'serial_from'], 结束序列号: ['K24##999', 'serial_to'], 生产批次: ['B##', 'batch_no'] },
  ],
  [
    'ranges in English',
    'serial',
    {
      'First Serial': ['A##00', 'serial_from'],
      'Last Serial': ['A##99', 'serial_to'],
      Batch: ['B##', 'batch_no'],
      'Ship Date': ['2024-04-##', 'shipped_at'],
    },
  ],
  [
    'units in traditional characters',
    'serial',
    { 產品序號: ['SN0##', 'serial_no'], 生產批號: ['B#', 'batch_no'], 出貨日期: ['2024-04-##', 'shipped_at'] },
  ],
  [
    'a stock list',
    'stock',
    {
      仓库: ['一号库', 'place'],
      批次号: ['B20##', 'batch_no'],
      库存数量: ['320', 'qty'],
      库存状态: ['冻结', 'stock_status'],
      库存日期: ['2024-12-31', 'as_of'],
    },
  ],
  [
    'a stock list in traditional characters',
    'stock',
    {
      倉庫名稱: ['北倉', 'place'],
      批號: ['B20##', 'batch_no'],
      現有量: ['32', 'qty'],
      庫存狀態: ['在途', 'stock_status'],
      盤點日期: ['2024-12-31', 'as_of'],
    },
  ],
  [
    'stock in English',
    'stock',
    {
      Location: ['WH#', 'place'],
      Lot: ['L20##', 'lot_no'],
      'Qty on Hand': ['5', 'qty'],
      'Stock Status': ['Blocked', 'stock_status'],
      'As of Date': ['2024-12-31', 'as_of'],
    },
  ],
  [
    'returns of a smart-device maker',
    'returned_item',
    {
      退貨單號: ['RMA##', 'return_no'],
      客訴編號: ['C10##', 'complaint_no'],
      機身號: ['SN##', 'serial_no'],
      申請日期: ['2024-05-##', 'applied_at'],
      審批人: ['王', 'approved_by'],
      審批日期: ['2024-05-##', 'approved_at'],
      審批結果: ['同意', 'decision'],
      拒絕原因: ['', 'decision_reason'],
      收貨日期: ['2024-05-##', 'received_at'],
      包裝情況: ['破損', 'packaging_condition'],
      與描述相符: ['是', 'matches_description'],
      外觀檢測結果: ['合格', 'appearance_result'],
      功能檢測結果: ['不合格', 'function_result'],
      檢測結論: ['故障屬實', 'finding'],
      處理方式: ['換貨', 'disposition'],
      復檢結果: ['合格', 'reinspection_result'],
    },
  ],
  [
    'returns in English',
    'returned_item',
    {
      'RMA Number': ['R##', 'return_no'],
      'Case Number': ['C##', 'complaint_no'],
      'Request Date': ['2024-05-##', 'applied_at'],
      Decision: ['Approved', 'decision'],
      'Received Date': ['2024-05-##', 'received_at'],
      'Box Condition': ['Damaged', 'packaging_condition'],
      'Functional Test': ['Pass', 'function_result'],
      Finding: ['No fault found', 'finding'],
    },
  ],
  [
    'inspection records',
    'inspection',
    {
      检验类型: ['IPQC', 'stage'],
      生产批号: ['B20##', 'batch_no'],
      产线: ['L#', 'line'],
      抽检数量: ['80', 'inspected_qty'],
      不良数量: ['#', 'defective_qty'],
      不良现象: ['划伤', 'defect_code'],
      检验日期: ['2024-03-##', 'at'],
    },
  ],
  [
    'inspection in English',
    'inspection',
    {
      'Inspection Type': ['Outgoing', 'stage'],
      'Batch No': ['B##', 'batch_no'],
      'Sample Size': ['125', 'inspected_qty'],
      Defects: ['#', 'defective_qty'],
      'Defect Code': ['D0#', 'defect_code'],
      'Inspection Date': ['2024-03-##', 'at'],
    },
  ],
  [
    'incoming inspection in traditional characters',
    'inspection',
    {
      檢驗站: ['進料檢驗', 'stage'],
      來料批號: ['R##', 'lot_no'],
      抽樣數: ['50', 'inspected_qty'],
      不良品數: ['#', 'defective_qty'],
      檢驗日期: ['2024-03-##', 'at'],
    },
  ],
  [
    'a change log',
    'change',
    {
      变更编号: ['ECN-##', 'change_no'],
      变更日期: ['2024-03-##', 'at'],
      变更类型: ['工艺', 'kind'],
      产品型号: ['KD-18W', 'model'],
      产线: ['L#', 'line'],
      涉及部件: ['壶盖', 'part'],
      供应商: ['甲公司', 'supplier'],
      起始批号: ['B20##', 'batch_from'],
      变更内容: ['扭力由 0.8 改为 1.0', 'text'],
    },
  ],
  [
    'a register of 4M changes in traditional characters',
    'change',
    {
      變化點編號: ['4M-##', 'change_no'],
      發生日期: ['2024-03-##', 'at'],
      '4M分類': ['人', 'kind'],
      線別: ['L#', 'line'],
      變化點內容: ['更換作業員', 'text'],
    },
  ],
  [
    'engineering changes in English',
    'change',
    {
      'ECN No': ['E##', 'change_no'],
      'Effective Date': ['2024-03-##', 'at'],
      'Change Type': ['Design', 'kind'],
      'Affected Parts': ['Lid', 'part'],
      'Description of Change': ['New clip', 'text'],
    },
  ],
  [
    'shipments',
    'shipment',
    {
      出货日期: ['2024-03-##', 'shipped_at'],
      生产批号: ['B##', 'batch_no'],
      型号: ['KD', 'model'],
      数量: ['24', 'qty'],
      客户名称: ['甲', 'customer'],
    },
  ],
  [
    'shipments with work orders and lines of text',
    'shipment',
    {
      'Ship Date': ['2024-03-##', 'shipped_at'],
      Model: ['KD', 'model'],
      Quantity: ['24', 'qty'],
      Carrier: ['SF', 'carrier'],
      Warehouse: ['W#', 'warehouse'],
    },
  ],
  [
    'complaints with production data',
    'complaint',
    {
      客诉编号: ['C##', 'complaint_no'],
      受理时间: ['2024-03-##', 'received_at'],
      型号: ['KD', 'model'],
      生产批号: ['B#', 'batch_no'],
      序列号: ['SN##', 'serial_no'],
      故障现象: ['漏水', 'failure_mode'],
      退货单号: ['R##', 'return_no'],
      检测结论: ['故障属实', 'finding'],
      生产日期: ['2024-01-##', 'produced_at'],
    },
  ],
];

describe('a dataset is recognised', () => {
  it.each(EXPORTS)('%s: %s', (_, dataset, file) => {
    const proposal = cut(file);
    expect(proposal.dataset).toBe(dataset);
    expect(proposal.datasetConfidence).toBeGreaterThan(SURE_OF_DATASET);
    expect(
      Object.fromEntries(
        proposal.columns.map(({ source, target }) => [source, target.startsWith('x_') ? null : target]),
      ),
    ).toEqual(Object.fromEntries(Object.entries(file).map(([header, [, target]]) => [header, target])));
  });

  it.each(Object.values(SCHEMAS))('by its canonical names: $dataset', ({ dataset, columns }) => {
    const header = columns.map(({ name }) => name);
    const sample = (kind: string, at: number) =>
      kind === 'time'
        ? `2024-03-${10 + at}`
        : kind === 'number' || kind === 'integer'
          ? String(at)
          : kind === 'boolean'
            ? '是'
            : kind === 'vocabulary'
              ? ''
              : `K${at}`;
    const rows = Array.from({ length: 9 }, (_, at) => columns.map(({ kind }) => sample(kind, at)));
    const proposal = proposeMapping({ header, sources: header, rows });
    expect(proposal.dataset).toBe(dataset);
    expect(proposal.datasetConfidence).toBeGreaterThan(SURE_OF_DATASET);
    expect(proposal.columns.map(({ target }) => target)).toEqual(header);
  });
});

describe('a list that could be several things is asked about', () => {
  const AMBIGUOUS: readonly (readonly [string, Export])[] = [
    [
      'numbers and dates only',
      { 批号: ['B##', null], 型号: ['X', null], 日期: ['2024-03-##', null], 数量: ['5', null] },
    ],
    ['quantities by day', { 日期: ['2024-03-##', null], 数量: ['5', null] }],
    ['names and prices', { 名称: ['春装', null], 价格: ['99', null] }],
    ['people', { 姓名: ['王', null], 部门: ['质量部', null], 入职日期: ['2020-03-##', null] }],
  ];
  it.each(AMBIGUOUS)('%s', (_, file) => {
    expect(cut(file).datasetConfidence).toBeLessThan(SURE_OF_DATASET);
  });
});

describe('real files', () => {
  const found = hasRealFiles ? files(REAL_FILES) : [];
  it.skipIf(!hasRealFiles).each(found)('are not taken for a list of a factory: %s', (path) => {
    const bytes = new Uint8Array(readFileSync(join(REAL_FILES, path)).subarray(0, 262_144));
    const { encoding } = detectEncoding([bytes]);
    const { header, rows, sources } = sniffDialect(decode(bytes, encoding), true, { encoding });
    if (rows.length === 0) return;
    const { dataset, datasetConfidence } = proposeMapping({ header, sources, rows: rows.map(({ cells }) => cells) });
    if (dataset !== 'complaint') expect(`${dataset} ${datasetConfidence >= SURE_OF_DATASET}`).toBe(`${dataset} false`);
  });
});

/** Text files below a folder, without those whose lists are really what they seem. */
function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(csv|tsv|txt)$/i.test(path) && statSync(join(folder, path)).size > 0,
  );
}
