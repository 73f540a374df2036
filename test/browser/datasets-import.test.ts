import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relations } from '../../src/analysis/relations';
import type { Workspace } from '../../src/data/workspace';
import { DATASETS, type Dataset, SCHEMAS } from '../../src/domain/columns';
import { factoryFiles } from '../support/factory-files';
import { emptyWorkspace, importFiles, type OpenWorkspace, openWorkspace } from '../support/open-workspace';

let open: OpenWorkspace;
beforeAll(async () => {
  open = await emptyWorkspace();
});
afterAll(() => open.close());

const ROWS: Readonly<Record<Dataset, number>> = {
  complaint: 3,
  shipment: 3,
  batch: 2,
  material_lot: 2,
  consumption: 4,
  serial: 2,
  stock: 2,
  returned_item: 2,
  inspection: 2,
  change: 2,
};

/** Every table without where its rows came from, and what the checks say. */
async function contents(workspace: Workspace) {
  const tables: Record<string, unknown> = {};
  for (const dataset of DATASETS) {
    const columns = SCHEMAS[dataset].columns.map(({ name }) => `"${name}"`).join(', ');
    tables[dataset] = await workspace.run(`SELECT ${columns} FROM "${dataset}" ORDER BY ALL`);
  }
  const { found } = await relations(workspace);
  return { tables, found: found.map(({ byFile, ...rest }) => rest) };
}

describe('ten files at once', () => {
  let first: Awaited<ReturnType<typeof contents>>;

  it('come in, each as what it is', async () => {
    const reports = await importFiles(open.workspace, factoryFiles(DATASETS));
    expect(reports.map(({ dataset, rowsAccepted }) => [dataset, rowsAccepted])).toEqual(
      DATASETS.map((dataset) => [dataset, ROWS[dataset]]),
    );
    expect(
      reports.flatMap(({ file, problems }) =>
        problems.filter(({ level }) => level !== 'note').map(({ code }) => `${file} ${code}`),
      ),
    ).toEqual([]);
    // A batch without a number cannot be named by anything.
    expect(reports[DATASETS.indexOf('batch')]).toMatchObject({ rowsRead: 3, rowsRejected: 1 });
    expect(reports.map(({ cellIssues }) => cellIssues)).toEqual(DATASETS.map(() => 0));
    first = await contents(open.workspace);
    expect(first.tables.stock).toMatchObject([
      { batch_no: 'B0001', lot_no: null, qty: 40, place: '一号库', stock_status: 'in_stock' },
      { batch_no: null, lot_no: 'L02', qty: 300.5, stock_status: 'on_hold' },
    ]);
    expect(open.workspace.facts.material_lot).toMatchObject({ rows: 2, first: '2024-01-05 00:00:00' });
  });

  it('are checked against each other', () => {
    const faults = first.found.filter(({ count }) => count > 0);
    expect(Object.fromEntries(faults.map(({ kind, dataset, examples }) => [`${kind} ${dataset}`, examples]))).toEqual({
      'orphanBatch complaint': ['B0009'],
      'orphanSerial complaint': ['S0999'],
      'orphanChild consumption': ['L09'],
      'orphanComplaint returned_item': ['C777'],
      'overlappingRange serial': ['S0150'],
      'consumedBeforeReceived consumption': ['L01'],
      'moreThanBuilt batch': ['B0002'],
    });
  });

  it('are there after the tab was closed, and after everything is made again', async () => {
    await open.close();
    open = await openWorkspace();
    expect(await contents(open.workspace)).toEqual(first);
    await open.workspace.rebuild();
    expect(await contents(open.workspace)).toEqual(first);
  });

  it('give the same in another order', async () => {
    await open.workspace.clear();
    await importFiles(open.workspace, factoryFiles([...DATASETS].reverse()));
    expect(await contents(open.workspace)).toEqual(first);
  });
});

describe('a list that comes again', () => {
  const stock = (...lines: string[]) =>
    new File([`仓库,批次号,库存数量,库存状态,库存日期\n${lines.join('\n')}\n`], 'stock.csv');
  const held = () =>
    open.workspace.run<{ place: string; n: number; qty: number }>(
      'SELECT place, CAST(count(*) AS INTEGER) AS n, sum(qty) AS qty FROM stock GROUP BY place ORDER BY place',
    );

  it('replaces what was said of the same day and place, and adds other days', async () => {
    await open.workspace.clear();
    await importFiles(open.workspace, [stock('甲库,B1,10,在库,2024-03-31', '甲库,B2,5,在库,2024-03-31')]);
    await importFiles(open.workspace, [stock('乙库,B1,7,在库,2024-03-31')]);
    expect(await held()).toEqual([
      { place: '乙库', n: 1, qty: 7 },
      { place: '甲库', n: 2, qty: 15 },
    ]);
    await importFiles(open.workspace, [stock('甲库,B1,9,冻结,2024-03-31 08:00')]);
    expect(await held()).toEqual([
      { place: '乙库', n: 1, qty: 7 },
      { place: '甲库', n: 1, qty: 9 },
    ]);
    expect(open.workspace.journal.at(-1)?.replaced).toBe(2);
    await importFiles(open.workspace, [stock('甲库,B1,8,在库,2024-04-30')]);
    expect((await held())[1]).toEqual({ place: '甲库', n: 2, qty: 17 });
    const before = await held();
    await open.workspace.rebuild();
    expect(await held()).toEqual(before);
  });

  it('replaces ranges of serial numbers, and does not double what was used', async () => {
    await open.workspace.clear();
    const ranges = (batch: string) =>
      new File([`起始序列号,结束序列号,生产批号\nS100,S199,${batch}\nS200,S299,B2\n`], 'serial.csv');
    await importFiles(open.workspace, [ranges('B1')]);
    await importFiles(open.workspace, [ranges('B7')]);
    expect(await open.workspace.run('SELECT serial_from, batch_no FROM serial ORDER BY serial_from')).toEqual([
      { serial_from: 'S100', batch_no: 'B7' },
      { serial_from: 'S200', batch_no: 'B2' },
    ]);
    const used = (extra: string) =>
      new File([`父批次,投料批次,投料数量\nB1,L1,5\nB1,L1,5\n${extra}`], 'consumption.csv');
    await importFiles(open.workspace, [used('')]);
    await importFiles(open.workspace, [used('B1,L2,3\n')]);
    expect(await open.workspace.run('SELECT child, qty FROM consumption ORDER BY child')).toEqual([
      { child: 'L1', qty: 5 },
      { child: 'L1', qty: 5 },
      { child: 'L2', qty: 3 },
    ]);
  });
});
