import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { extraName } from '../../src/data/ingest/meaning/extra-names';
import { finishMapping, proposeMapping, watchColumns } from '../../src/data/ingest/meaning/mapping';
import type { ImportOptions, Scan } from '../../src/data/ingest/plan';
import { profileOf } from '../../src/data/ingest/text/sample-profile';
import type { Dataset } from '../../src/domain/columns';

type Rows = readonly (readonly string[])[];
const propose = (header: readonly string[], rows: Rows, dataset?: Dataset) =>
  proposeMapping({ header, sources: header, rows }, dataset);
/** Source → target of a proposal, extra columns left out. */
const canonical = (columns: readonly { source: string; target: string | null }[]) =>
  Object.fromEntries(
    columns
      .filter(({ target }) => target !== null && !target.startsWith('x_'))
      .map(({ source, target }) => [source, target]),
  );

/** The whole way, with the rows as the whole file. */
function map(header: readonly string[], rows: Rows, options: ImportOptions = {}) {
  const proposal = propose(header, rows, options.dataset);
  const watch = watchColumns(proposal, options);
  const scan = {
    profiles: watch.map((index) =>
      profileOf(
        index,
        rows.map((row) => row[index] ?? ''),
      ),
    ),
  } as unknown as Scan;
  const finished = finishMapping(proposal, scan, options);
  return {
    ...finished,
    mapping: canonical(finished.columns),
    codes: finished.problems.map(({ code }) => code),
    column: (source: string) => finished.columns.find((column) => column.source === source),
  };
}

const repeat = (row: readonly string[], times = 5) =>
  Array.from({ length: times }, (_, at) => row.map((cell) => cell.replace('#', String(at + 1))));

describe('real headers', () => {
  it('of an appliance maker’s complaint register', () => {
    const file: Record<string, [cell: string, target: string]> = {
      客诉编号: ['202403-00#', 'complaint_no'],
      受理时间: ['2024-03-0# 10:20', 'received_at'],
      首次响应时间: ['2024-03-0# 11:00', 'responded_at'],
      预约上门时间: ['2024-03-0# 14:00', 'promised_at'],
      维修完成时间: ['2024-03-0# 16:00', 'repair_completed_at'],
      结案日期: ['2024/3/1#', 'closed_at'],
      工单状态: ['已结案', 'status'],
      受理渠道: ['400热线', 'channel'],
      投诉类型: ['产品质量', 'category'],
      用户姓名: ['王某', 'customer_name'],
      联系电话: ['1380000000#', 'customer_contact'],
      所属区域: ['华东', 'region'],
      城市: ['宁波', 'city'],
      产品名称: ['空调', 'product_family'],
      规格型号: ['KFR-35GW', 'model'],
      机身条码: ['AA1BB000#', 'serial_no'],
      生产批号: ['20231#', 'batch_no'],
      购机日期: ['2023-11-0#', 'purchased_at'],
      故障现象: ['不制冷', 'failure_mode'],
      故障部位: ['压缩机', 'failure_part'],
      故障现象描述: ['用户反映开机半小时后不制冷，室外机不转', 'description'],
      严重程度: ['一般', 'severity'],
      紧急程度: ['非紧急', 'response_level'],
      优先级: ['重要', 'priority'],
      是否在保: ['保内', 'in_warranty'],
      '维修费用（元）': ['0元', 'cost'],
      责任判定: ['来料不良', 'responsibility'],
      责任部门: ['质量部', 'responsible_department'],
      供应商名称: ['甲公司', 'supplier'],
      处理结果: ['换货', 'disposition'],
      满意度: ['5', 'satisfaction'],
    };
    const { mapping, problems } = map(Object.keys(file), repeat(Object.values(file).map(([cell]) => cell)));
    const expected = Object.fromEntries(Object.entries(file).map(([header, [, target]]) => [header, target]));
    // 产品名称 names the model in files that have no other; here it stays extra beside 规格型号.
    delete expected.产品名称;
    expect(mapping).toEqual(expected);
    expect(problems.filter(({ level }) => level !== 'note')).toEqual([]);
  });

  it('in traditional characters', () => {
    const { mapping } = map(
      ['客訴單號', '反饋日期', '產品型號', '序號', '故障現象', '處理方式', '保固狀態'],
      repeat(['A00#', '105/07/0#', 'X1', '#', '無法開機', '換貨', '保固內']),
    );
    expect(mapping).toEqual({
      客訴單號: 'complaint_no',
      反饋日期: 'received_at',
      產品型號: 'model',
      故障現象: 'failure_mode',
      處理方式: 'disposition',
      保固狀態: 'in_warranty',
    });
  });

  it('in English', () => {
    const { mapping } = map(
      [
        'Case Number',
        'Date Complaint Received',
        'Product Name',
        'Issue',
        'Sub-issue',
        'State',
        'Narrative',
        'Submitted via',
        'Ticket Status',
        'Assigned To',
        'Priority',
      ],
      repeat([
        'C-10#',
        '03/1#/2024',
        'Heater',
        'No heat',
        'Cold air',
        'TX',
        'The heater stopped heating after two days of use.',
        'Web',
        'Closed',
        'Ann',
        'High',
      ]),
    );
    expect(mapping).toEqual({
      'Case Number': 'complaint_no',
      'Date Complaint Received': 'received_at',
      'Product Name': 'model',
      Issue: 'failure_mode',
      State: 'region',
      Narrative: 'description',
      'Submitted via': 'channel',
      'Ticket Status': 'status',
      'Assigned To': 'handler',
      Priority: 'priority',
    });
  });

  it('of a shipment list', () => {
    const header = [
      '出库日期',
      '批次号',
      '物料编码',
      '实发数量',
      '客户名称',
      '收货地区',
      '承运商',
      '发货仓库',
      '销售渠道',
    ];
    const proposal = propose(
      header,
      repeat(['2024-03-0#', 'B1', '10023', '1,200', '甲公司', '华东', '顺丰', '一号库', '经销商']),
    );
    expect(proposal.dataset).toBe('shipment');
    expect(proposal.datasetConfidence).toBeGreaterThan(0.7);
    expect(canonical(proposal.columns)).toEqual({
      出库日期: 'shipped_at',
      批次号: 'batch_no',
      物料编码: 'model',
      实发数量: 'qty',
      客户名称: 'customer',
      收货地区: 'region',
      承运商: 'carrier',
      发货仓库: 'warehouse',
      销售渠道: 'sale_channel',
    });
  });

  it('of neither leave the dataset open', () => {
    expect(map(['宝贝', '价格'], repeat(['春装', '99.0'])).problems).toContainEqual({
      level: 'error',
      code: 'unknownDataset',
      details: { likely: 'complaint' },
    });
    expect(map(['宝贝', '价格'], repeat(['春装', '99.0']), { dataset: 'complaint' }).codes).not.toContain(
      'unknownDataset',
    );
  });
});

describe('cells', () => {
  it('decide between columns of the same name', () => {
    const of = (values: string[]) =>
      map(
        ['投诉编号', '投诉日期', '投诉类型'],
        values.map((value, at) => [`A${at}`, '2024-01-01', value]),
      ).mapping.投诉类型;
    expect(of(['产品质量', '服务态度', '物流', '产品质量'])).toBe('category');
    expect(of(['漏水', '异响', '不启动', '漏水'])).toBe('failure_mode');
  });

  it('decide the scale of a column just called 等级, or leave it to the user', () => {
    const of = (values: string[]) =>
      map(
        ['投诉编号', '投诉日期', '故障现象', '等级'],
        values.map((value, at) => [`A${at}`, '2024-01-01', '漏水', value]),
      );
    expect(of(['致命', '严重', '轻微']).mapping.等级).toBe('severity');
    const open = of(['一般', '紧急', '一般']);
    expect(open.column('等级')?.target).toBe('x_等级');
    expect(open.problems).toContainEqual({ level: 'ask', code: 'ambiguousScale', details: { column: '等级' } });
  });

  it('settle that question when the user does', () => {
    const rows = ['一般', '紧急', '一般'].map((value, at) => [`A${at}`, '2024-01-01', '漏水', value]);
    const told = map(['投诉编号', '投诉日期', '故障现象', '等级'], rows, { mapping: { 等级: 'priority' } });
    expect(told.column('等级')).toMatchObject({
      target: 'priority',
      confidence: 1,
      values: { 一般: 'normal', 紧急: 'urgent' },
    });
    expect(told.codes).not.toContain('ambiguousScale');
  });

  it('that are no times or no codes make a column extra, with a note', () => {
    const rows = Array.from({ length: 10 }, (_, at) => [
      `A${at}`,
      '2024-01-01',
      '漏水',
      at === 0 ? '一般' : `第${at}档`,
      at === 0 ? '2024-01-02' : '未定',
    ]);
    const sample = propose(['投诉编号', '投诉日期', '故障现象', '严重程度', '关闭时间'], rows.slice(0, 1));
    const scan = {
      profiles: [3, 4].map((index) =>
        profileOf(
          index,
          rows.map((row) => row[index] ?? ''),
        ),
      ),
    } as unknown as Scan;
    const { columns, problems } = finishMapping(sample, scan, {});
    expect(columns.map(({ target }) => target).slice(3)).toEqual(['x_严重程度', 'x_关闭时间']);
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['notThatVocabulary', 'notTimes']));
  });

  it('of unknown words are listed, not guessed', () => {
    const rows = ['电话', '电话', '飞鸽'].map((value, at) => [`A${at}`, '2024-01-01', '漏水', value]);
    const { column, problems } = map(['投诉编号', '投诉日期', '故障现象', '渠道'], rows);
    expect(column('渠道')?.values).toEqual({ 电话: 'hotline', 飞鸽: null });
    expect(problems).toContainEqual({
      level: 'note',
      code: 'unknownValues',
      details: { column: '渠道', target: 'channel', count: 1, values: '飞鸽' },
    });
  });

  it('with marks for nothing are not words', () => {
    const rows = ['电话', '-', 'N/A', ''].map((value, at) => [`A${at}`, '2024-01-01', '漏水', value]);
    expect(map(['投诉编号', '投诉日期', '故障现象', '渠道'], rows).column('渠道')?.values).toEqual({ 电话: 'hotline' });
  });
});

describe('time columns', () => {
  const rows = (cells: readonly (readonly string[])[]) => cells.map((row, at) => [`A${at}`, '漏水', ...row]);
  it('bear witness for each other', () => {
    const { column, problems } = map(
      ['投诉编号', '故障现象', '投诉日期', '关闭时间'],
      rows([
        ['05/03/2024', '25/03/2024'],
        ['06/03/2024', '26/03/2024'],
      ]),
    );
    expect(column('投诉日期')?.time).toMatchObject({ order: 'dmy', decidedBy: 'witnesses' });
    expect(problems).toContainEqual({
      level: 'note',
      code: 'dateOrderByWitness',
      details: { column: '投诉日期', order: 'dmy', ambiguous: 2 },
    });
  });
  it('ask when nothing decides, and when orders are mixed', () => {
    expect(map(['投诉编号', '故障现象', '投诉日期'], rows([['05/03/2024'], ['06/03/2024']])).problems).toContainEqual({
      level: 'ask',
      code: 'dateOrderAssumed',
      details: { column: '投诉日期', order: 'mdy', ambiguous: 2, sample: '05/03/2024' },
    });
    expect(
      map(['投诉编号', '故障现象', '投诉日期'], rows([['25/03/2024'], ['26/03/2024'], ['03/27/2024']])).codes,
    ).toContain('mixedDateOrders');
  });
  it('take the user’s order', () => {
    const { column, codes } = map(['投诉编号', '故障现象', '投诉日期'], rows([['05/03/2024']]), { dateOrder: 'dmy' });
    expect(column('投诉日期')?.time).toMatchObject({ order: 'dmy', decidedBy: 'user' });
    expect(codes).not.toContain('dateOrderAssumed');
  });
  it('without a name for it: the one column of dates is when the complaint came', () => {
    const guessed = map(['投诉编号', '故障现象', '日期（系统）2'], rows([['2024-01-01'], ['2024-01-02']]));
    expect(guessed.column('日期（系统）2')).toMatchObject({ target: 'received_at' });
    expect(guessed.column('日期（系统）2')?.confidence).toBeLessThan(0.5);
    expect(guessed.codes).toContain('timeGuessed');
  });
  it('ask when only other times are there', () => {
    const { mapping, problems } = map(['投诉编号', '故障现象', '故障日期'], rows([['2024-01-01'], ['2024-01-02']]));
    expect(mapping.故障日期).toBe('occurred_at');
    expect(problems).toContainEqual({ level: 'ask', code: 'noReceivedAt', details: {} });
  });
  it('say what they did to cells', () => {
    const { problems } = map(
      ['投诉编号', '故障现象', '投诉日期'],
      rows([['2024-01-01T10:00:00Z'], ['45356'], ['下周'], ['1709600000']]),
    );
    expect(
      problems
        .filter(({ code }) => code.endsWith('s') || code.endsWith('ed'))
        .map(({ code, details }) => [code, details.cells]),
    ).toEqual([
      ['unreadableTimes', 1],
      ['zoneDropped', 1],
      ['excelSerials', 1],
      ['unixTimes', 1],
    ]);
  });
});

describe('the user’s word', () => {
  const header = ['投诉编号', '投诉日期', '故障现象', '产品型号', '备用'];
  const rows = repeat(['A#', '2024-01-0#', '漏水', 'X1', '洗衣机']);
  it('goes by name or index, to a column, an extra one, or nowhere', () => {
    const { columns } = map(header, rows, { mapping: { 备用: 'product_family', 3: 'x_型号', 故障现象: null } });
    expect(columns.map(({ target, confidence }) => [target, confidence === 1])).toEqual([
      ['complaint_no', expect.any(Boolean)],
      ['received_at', expect.any(Boolean)],
      [null, true],
      ['x_型号', true],
      ['product_family', true],
    ]);
  });
  it('takes a place from the column that had it', () => {
    const { columns } = map(header, rows, { mapping: { 备用: 'model' } });
    expect(columns.map(({ target }) => target)).toEqual([
      'complaint_no',
      'received_at',
      'failure_mode',
      'x_产品型号',
      'model',
    ]);
  });
  it.each([
    [{ mapping: { 备用: 'modle' } }, { code: 'unknownColumn', details: { column: '备用', target: 'modle' } }],
    [{ mapping: { 没有: 'model' } }, { code: 'unknownSource', details: { column: '没有' } }],
    [
      { mapping: { 备用: 'model', 产品型号: 'model' } },
      { code: 'mappedTwice', details: { target: 'model', column: '产品型号', other: '备用' } },
    ],
    [
      { mapping: { 备用: 'severity' }, values: { 备用: { 洗衣机: 'huge' } } },
      { code: 'unknownCode', details: { column: '备用', value: '洗衣机', code: 'huge' } },
    ],
  ])('is refused where it makes no sense: %j', (options, problem) =>
    expect(map(header, rows, options).problems).toContainEqual({ level: 'error', ...problem }),
  );
  it('gives values their codes', () => {
    const { column, codes } = map(header, rows, {
      mapping: { 备用: 'severity' },
      values: { 备用: { 洗衣机: 'major' } },
    });
    expect(column('备用')?.values).toEqual({ 洗衣机: 'major' });
    expect(codes).not.toContain('unknownValues');
  });
});

describe('keys', () => {
  it('that repeat are pointed out', () => {
    const rows = Array.from({ length: 10 }, (_, at) => [`A${at % 3}`, '2024-01-01', '漏水']);
    expect(map(['投诉编号', '投诉日期', '故障现象'], rows).problems).toContainEqual({
      level: 'ask',
      code: 'repeatedKeys',
      details: { column: '投诉编号', target: 'complaint_no', share: 70 },
    });
  });
});

describe('extra columns', () => {
  it('have names that differ whatever the letter case', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('Note', 'note', 'NOTE', 'note_2', ' note '))),
        (sources) => {
          const taken = new Set<string>();
          const names = sources.map((source) => extraName(source, taken));
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
          for (const name of names) expect(name).toMatch(/^x_\P{Cc}*$/u);
        },
      ),
    );
  });
  it('do not collide with the names that the user gave', () => {
    const { columns } = map(
      ['投诉编号', '投诉日期', '故障现象', 'Lab', 'x'],
      repeat(['A#', '2024-01-0#', '漏水', 'q', 'w']),
      { mapping: { x: 'X_lab' } },
    );
    expect(columns.slice(3).map(({ target }) => target)).toEqual(['x_Lab_2', 'X_lab']);
  });
});

describe('without a header', () => {
  const sources = ['column_1', 'column_2', 'column_3'];
  it('only a lone column of dates is proposed, hardly sure', () => {
    const { columns } = proposeMapping({ header: null, sources, rows: repeat(['A#', '2024010#', '漏水']) });
    expect(columns.map(({ target }) => target)).toEqual(['x_column_1', 'received_at', 'x_column_3']);
    expect(columns[1]?.confidence).toBeLessThan(0.4);
  });
  it('two columns of dates leave it open', () => {
    const { columns } = proposeMapping({ header: null, sources, rows: repeat(['2024-02-01', '2024010#', '漏水']) });
    expect(columns.every(({ target }) => target.startsWith('x_'))).toBe(true);
  });
});

const DATA = '../shared/data/';
describe.skipIf(!existsSync(DATA))('real files', () => {
  const load = (path: string, encoding = 'utf-8', delimiter = ',') => {
    const text = new TextDecoder(encoding).decode(readFileSync(DATA + path));
    const { data } = Papa.parse<string[]>(text, {
      delimiter,
      skipEmptyLines: 'greedy',
      ...(delimiter === '\t' && { quoteChar: '\u0001' }),
    });
    const [header = [], ...rows] = data.slice(0, 300);
    return { header: header.map((name, index) => name || `column_${index + 1}`), rows };
  };
  const canonicalOf = (path: string, encoding?: string) => {
    const { header, rows } = load(path, encoding);
    const proposal = propose(header, rows);
    return { sure: proposal.datasetConfidence >= 0.4, dataset: proposal.dataset, mapping: canonical(proposal.columns) };
  };

  it('car complaints', () => {
    expect(canonicalOf('chinese/car_complaint_utf8.csv')).toEqual({
      sure: true,
      dataset: 'complaint',
      mapping: {
        id: 'complaint_no',
        car_model: 'model',
        desc: 'description',
        problem: 'failure_mode',
        datetime: 'received_at',
        status: 'status',
      },
    });
    const { header, rows } = load('chinese/car_complaint_utf8.csv');
    const filled = rows.filter((row) => row.some((cell) => cell !== ''));
    expect(map(header, filled).column('problem')?.separator).toBe(',');
  });
  it('bank complaints with long narratives', () =>
    expect(canonicalOf('other/cfpb_product_narrative_3947.csv')).toEqual({
      sure: true,
      dataset: 'complaint',
      mapping: { Product: 'model', 'Consumer complaint narrative': 'description' },
    }));
  it.each([
    ['chinese/tmall_tshirt_gbk.csv', 'gb18030'],
    ['chinese/taobao_price_gbk.csv', 'gb18030'],
    ['other/backblaze_2013-04-10.csv', 'utf-8'],
    ['other/recall.csv', 'utf-8'],
  ])('%s is neither complaints nor shipments', (path, encoding) =>
    expect(canonicalOf(path, encoding).sure).toBe(false),
  );
  it('a Taiwanese register', () =>
    expect(canonicalOf('chinese/chiayicity_history_8bit.csv', 'big5').mapping).toMatchObject({
      dt_exe: 'received_at',
      doc_id: 'complaint_no',
    }));
  it('drives of one day', () =>
    expect(canonicalOf('other/backblaze_2013-04-10.csv').mapping).toEqual({
      date: 'received_at',
      serial_number: 'serial_no',
      model: 'model',
    }));
  it('bird strikes', () =>
    expect(canonicalOf('other/faa_birdstrikes.csv').mapping).toMatchObject({
      'Flight Date': 'received_at',
      'Origin State': 'region',
      'Cost Total $': 'cost',
    }));
  it('help desk events', () =>
    expect(canonicalOf('other/helpdesk.csv').mapping).toEqual({
      CaseID: 'complaint_no',
      CompleteTimestamp: 'resolved_at',
    }));
  it('vehicle complaints without a header: three columns of dates, nothing is guessed', () => {
    const { header, rows } = load('nhtsa/sample_complaints.txt', 'utf-8', '\t');
    const proposal = proposeMapping({ header: null, sources: header.map((_, index) => `column_${index + 1}`), rows });
    expect(canonical(proposal.columns)).toEqual({});
    expect(proposal.columns.filter(({ sample }) => sample.dates > 0.9).map(({ index }) => index)).toEqual(
      expect.arrayContaining([7, 15, 16]),
    );
  });
});
