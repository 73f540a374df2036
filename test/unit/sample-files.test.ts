import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { standingOf } from '../../sample-data/generator/counting';
import { DIRT_KINDS } from '../../sample-data/generator/dirt';
import { gb18030Encoder } from '../../sample-data/generator/gb18030';
import { generate } from '../../sample-data/generator/generate';
import { LEAN_LAYOUT, OLDER_LAYOUT, USUAL_LAYOUT } from '../../sample-data/generator/layout';
import { COMMITTED, type Options } from '../../sample-data/generator/options';
import type { Ticket } from '../../sample-data/generator/ticket';
import type { DirtTruth, FileTruth, Truth } from '../../sample-data/generator/truth';
import { WORDS } from '../../sample-data/generator/words';

const SAMPLE = new URL('../../sample-data/', import.meta.url).pathname;
const truth = JSON.parse(readFileSync(join(SAMPLE, 'truth.json'), 'utf8')) as Truth;
const folders: string[] = [];

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'sample-'));
  folders.push(path);
  return path;
}

function written(changes: Partial<Options> = {}): Promise<Truth> {
  return generate({ ...COMMITTED, rows: 2000, out: folder(), ...changes });
}

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true });
});

interface RecordAt {
  /** Physical line, from 1. */
  readonly line: number;
  readonly text: string;
}

/** The records below the header, by quote parity: none of the damage changes it. */
function recordsOf(file: FileTruth, from = SAMPLE): RecordAt[] {
  const text = new TextDecoder(file.encoding ?? undefined, { fatal: true }).decode(readFileSync(join(from, file.name)));
  const lines = text.split('\n');
  expect(lines.pop()).toBe('');
  const records: RecordAt[] = [];
  let begun: RecordAt | undefined;
  lines.forEach((line, index) => {
    const record: RecordAt =
      begun === undefined ? { line: index + 1, text: line } : { ...begun, text: `${begun.text}\n${line}` };
    const complete = (record.text.match(/"/g)?.length ?? 0) % 2 === 0;
    begun = complete ? undefined : record;
    if (complete) records.push({ ...record, text: record.text.replace(/\r$/, '') });
  });
  expect(begun).toBeUndefined();
  return records.slice(1);
}

function cellsOf({ text }: RecordAt): string[] {
  return Papa.parse<string[]>(text, { delimiter: ',' }).data[0] ?? [];
}

const complaintFiles = truth.files.filter(({ dataset }) => dataset === 'complaint');
const dirtOf = (file: FileTruth) => truth.dirt.filter((dirt) => dirt.file === file.name);
const rejectedLines = (file: FileTruth) =>
  new Set(dirtOf(file).flatMap(({ outcome, places }) => (outcome === 'rejected' ? places.map(([line]) => line) : [])));

/** What an import must make of each record that it accepts, by canonical column. */
function acceptedOf(file: FileTruth): Map<string, string>[] {
  const rejected = rejectedLines(file);
  return recordsOf(file)
    .filter(({ line }) => !rejected.has(line))
    .map((record) => new Map(cellsOf(record).map((cell, index) => [USUAL_LAYOUT.columns[index] ?? '', cell.trim()])));
}

function codeOf<C extends string>(words: Readonly<Record<C, string>>, word: string | undefined): C | null {
  return (Object.keys(words) as C[]).find((code) => words[code] === word) ?? null;
}

/** The facts that decide what counts, read back from an export. */
function factsOf(cells: ReadonlyMap<string, string>): Ticket {
  return {
    category: codeOf(WORDS.category, cells.get('category')),
    failureMode: cells.get('failure_mode') || null,
    causeClass: codeOf(WORDS.cause_class, cells.get('cause_class')),
    finding: codeOf(WORDS.finding, cells.get('finding')),
    inWarranty: cells.get('in_warranty') === '是',
    faultType: codeOf(WORDS.fault_type, cells.get('fault_type')),
    safetyRelated: cells.get('safety_related') === '是',
  } as Ticket;
}

describe('the committed files', () => {
  it('are what the generator writes, byte for byte', async () => {
    const out = folder();
    await generate({ ...COMMITTED, out });
    const names = readdirSync(out).sort();
    expect(readdirSync(SAMPLE).filter((name) => /\.(csv|json|xlsx)$/.test(name))).toEqual(names);
    for (const name of names) {
      const same = readFileSync(join(out, name)).equals(readFileSync(join(SAMPLE, name)));
      expect(same, `${name}: run node sample-data/generate.mjs`).toBe(true);
    }
  });

  it('are small', () => {
    const total = truth.files.reduce((sum, { name }) => sum + statSync(join(SAMPLE, name)).size, 0);
    expect(total).toBeLessThan(12e6);
    expect(statSync(join(SAMPLE, 'truth.json')).size).toBeLessThan(200_000);
  });

  it.each(complaintFiles)('$name holds as many records as the truth says', (file) => {
    const records = recordsOf(file);
    expect(records).toHaveLength(file.records);
    expect(rejectedLines(file).size).toBe(file.rejected);
    expect(file.accepted + file.rejected).toBe(file.records);
  });

  it('name every ticket once among the accepted', () => {
    const keys = complaintFiles.flatMap((file) => acceptedOf(file).map((cells) => cells.get('complaint_no')));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(truth.totals.tickets);
  });

  it('count to the totals of the truth', () => {
    const totals = { tickets: 0, reported: 0, quality: 0, confirmed: 0, safety: 0, notJudged: 0 };
    for (const cells of complaintFiles.flatMap(acceptedOf)) {
      totals.tickets++;
      const standing = standingOf(factsOf(cells));
      for (const measure of ['reported', 'quality', 'confirmed', 'safety', 'notJudged'] as const)
        if (standing[measure]) totals[measure]++;
    }
    expect(truth.totals).toMatchObject(totals);
  });

  it('count to the months and models of the truth', () => {
    const months = new Map<string, number>();
    const models = new Map<string, number>();
    const add = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const cells of complaintFiles.flatMap(acceptedOf)) {
      const [year, month] = (cells.get('received_at') ?? '').split(/[-/]/);
      add(months, `${year}-${month?.padStart(2, '0')}`);
      add(models, cells.get('model') ?? '');
    }
    expect(Object.fromEntries(months)).toEqual(Object.fromEntries(truth.months.map((row) => [row.month, row.tickets])));
    expect(Object.fromEntries(models)).toEqual(Object.fromEntries(truth.models.map((row) => [row.model, row.tickets])));
  });

  it('ship what the truth says', () => {
    const file = truth.files.find(({ dataset }) => dataset === 'shipment') as FileTruth;
    const rows = recordsOf(file).map(cellsOf);
    expect(rows).toHaveLength(file.records);
    const shipped = rows.reduce((sum, cells) => sum + Number(cells[4]), 0);
    expect(shipped).toBe(truth.totals.shipped);
    expect(shipped).toBeGreaterThan(1.55e6);
    expect(shipped).toBeLessThan(1.65e6);
    expect(truth.months.reduce((sum, month) => sum + month.shipped, 0)).toBe(shipped);
  });

  it('hold the stories in the size that was to be expected', () => {
    const pairs: { expected: number; observed: number }[] = [];
    const collect = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return;
      if ('expected' in value && 'observed' in value) pairs.push(value as (typeof pairs)[number]);
      Object.values(value).forEach(collect);
    };
    collect(truth.stories);
    expect(pairs.length).toBeGreaterThan(60);
    for (const { expected, observed } of pairs)
      expect(Math.abs(observed - expected)).toBeLessThan(4.5 * Math.sqrt(expected) + 1);
  });
});

describe('dirt', () => {
  const texts = new Map(
    complaintFiles.map((file) => [
      file.name,
      new Map(recordsOf(file).map((record, index) => [record.line, { ...record, index }])),
    ]),
  );
  const position = (column: string | undefined) => USUAL_LAYOUT.columns.indexOf(column ?? '');

  /** How a record of each kind looks, by the cell concerned and the whole record. */
  const looks: Readonly<Record<DirtTruth['kind'], (cell: string, cells: readonly string[], text: string) => boolean>> =
    {
      optionalDateUnreadable: (cell) => cell !== '' && !/^\d{4}[-/]\d/.test(cell),
      batchBlank: (cell) => cell === '',
      unknownWord: (cell) => cell === '特急',
      exactDuplicate: (_, cells) => cells.length === USUAL_LAYOUT.columns.length,
      laterState: (_, cells) => cells[position('closed_at')] === '' && cells[position('status')] === '处理中',
      brokenQuote: (_, __, text) => /[^",]"[^",]+"[^",]/.test(text),
      tooFewCells: (_, cells) => cells.length < USUAL_LAYOUT.columns.length,
      fullWidthDigits: (cell) => /^[０-９]+(．[０-９])?$/.test(cell),
      trailingBlanks: (cell) => cell !== cell.trimEnd(),
      requiredDateImpossible: (cell) => /[-/]0?2[-/]30 /.test(cell),
      otherDateStyle: (cell) => /^\d{4}(\.\d+\.\d+|年\d+月\d+日|\d{4})$/.test(cell),
      scientificOrderNo: (cell) => /^2\.0\d{4}E\+17$/.test(cell),
    };

  it('is three percent of the tickets, of every kind', () => {
    const places = truth.dirt.reduce((sum, dirt) => sum + dirt.places.length, 0);
    expect(places / truth.totals.tickets).toBeCloseTo(0.03, 2);
    expect(new Set(truth.dirt.map(({ kind }) => kind))).toEqual(new Set(DIRT_KINDS));
  });

  it.each(truth.dirt)('$kind in $file is where it is said to be', ({ file, kind, column, places }) => {
    for (const [line, record, key, standsAt] of places) {
      const found = texts.get(file)?.get(line);
      expect(found?.index).toBe(record - 1);
      const cells = cellsOf(found as RecordAt);
      expect(cells[0]).toBe(key);
      expect(looks[kind](cells[position(column)] ?? '', cells, found?.text ?? '')).toBe(true);
      if (standsAt === undefined) continue;
      const later = texts.get(file)?.get(standsAt);
      expect(cellsOf(later as RecordAt)[0]).toBe(key);
      expect(later?.text === found?.text).toBe(kind === 'exactDuplicate');
      expect(standsAt).toBeGreaterThan(line);
    }
  });

  it('can be left out', async () => {
    const clean = await written({ dirt: false });
    expect(clean.dirt).toEqual([]);
    expect(clean.files.every(({ rejected, cellIssues }) => rejected + cellIssues === 0)).toBe(true);
  });
});

describe('a sample of one’s own', () => {
  it('is one file of the encoding that was asked for, with the same tickets', async () => {
    const out = folder();
    const gb = await written({ singleFile: true, encoding: 'gb18030', out });
    const utf = await written({ singleFile: true });
    expect(gb.files.filter(({ dataset }) => dataset === 'complaint').map(({ name }) => name)).toEqual([
      'complaints.csv',
    ]);
    expect(new Set(gb.files.map((file) => file.encoding))).toEqual(new Set(['gb18030', null]));
    expect(gb.totals).toEqual(utf.totals);
    const text = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(join(out, 'complaints.csv')));
    expect([...gb18030Encoder()(text)]).toEqual([...readFileSync(join(out, 'complaints.csv'))]);
    expect(text.startsWith(USUAL_LAYOUT.headers.join())).toBe(true);
  });

  it('has rows of at least 170 bytes even when lean, and counts alike', async () => {
    const lean = await written({ singleFile: true, lean: true, dirt: false });
    expect(lean.files.map(({ name }) => name)).toEqual(['complaints.csv', 'shipments.csv']);
    const [file] = lean.files;
    expect((file?.bytes ?? 0) / (file?.records ?? 1)).toBeGreaterThan(170);
    expect(file?.columns).toBe(LEAN_LAYOUT.columns.length);
    expect(lean.totals).toEqual((await written({ dirt: false })).totals);
  });

  it('tells only the stories that are asked for', async () => {
    const { stories, told } = await written({ stories: new Set(['c']) });
    expect(told).toEqual(['c']);
    expect(Object.keys(stories)).toEqual(['c']);
  });

  it('has another header wording in the older client, for the same columns', () => {
    expect(OLDER_LAYOUT.columns).toEqual(USUAL_LAYOUT.columns);
    expect(new Set(OLDER_LAYOUT.headers).size).toBe(OLDER_LAYOUT.headers.length);
    expect(
      OLDER_LAYOUT.headers.filter((header, index) => header !== USUAL_LAYOUT.headers[index]).length,
    ).toBeGreaterThan(20);
  });
});
