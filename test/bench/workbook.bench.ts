import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import Papa from 'papaparse';
import type { Bench } from './bench';
import { generated, servePage } from './bench-page';

const ROWS = 100_000;
const ROUNDS = 2;
const GIB = 1024 ** 3;

/** Import of a workbook of 100,000 complaints, beside the reader of workbooks alone on the same file in the same run. */
export const bench: Bench = {
  title: 'Workbook, 100,000 complaints',
  async run(lab) {
    const site = await servePage();
    const page = await lab.openPage();
    await page.goto(site.url);
    const path = workbookFile();
    const alone: number[] = [];
    const whole: number[] = [];
    const blocked: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await page.setInputFiles('#file', path);
      alone.push(await page.evaluate(() => window.bench.parser()));
    }
    // What the reader alone has left behind in the page is not the import's.
    await page.reload();
    const watch = lab.watchMemory();
    for (let round = 0; round < ROUNDS; round++) {
      await page.setInputFiles('#file', path);
      const times = await page.evaluate(() => window.bench.whole());
      if (times.rows < ROWS) throw new Error(`${times.rows} rows`);
      whole.push(times.whole);
      blocked.push(times.blocked);
    }
    const peak = watch();
    await site.close();
    return [
      { name: 'reader alone', value: Math.min(...alone), unit: 'ms' },
      { name: 'whole import', value: Math.min(...whole), unit: 'ms' },
      { name: 'whole import ÷ reader alone', value: Math.min(...whole) / Math.min(...alone), unit: '×', atMost: 3 },
      { name: 'main thread held up at most', value: Math.min(...blocked), unit: 'ms', atMost: 50 },
      { name: 'largest process of the browser at its peak', value: peak, unit: 'B', atMost: 2 * GIB },
    ];
  },
};

/** The generated complaints as a workbook, dates as dates and numbers as numbers, made once. */
function workbookFile(): string {
  const path = join(process.cwd(), 'test/bench/out/workbook/complaints.xlsx');
  if (existsSync(path)) return path;
  const csv = readFileSync(generated('workbook', ['--without', 'dirt'], ROWS), 'utf8');
  const { data } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
  const [header = [], ...rows] = data;
  const costs = header.map((name) => /费|cost/i.test(name));
  const cells = rows.map((row) => row.map((cell, at) => (costs[at] && cell !== '' ? Number(cell) : cell)));
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([header, ...cells], { dense: true }), '客诉');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
  return path;
}
