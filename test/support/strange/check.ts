import { stageName, stageStatement } from '../../../src/data/ingest/load/load-sql';
import type { FilePlan, Problem } from '../../../src/data/ingest/plan';
import { analyse } from '../../../src/data/ingest/survey/analyse';
import { withoutGaps } from '../../../src/data/ingest/text/gaps';
import { scan } from '../../../src/data/ingest/text/scan';
import { identifier } from '../../../src/data/schema/sql';
import { EXTRA_PREFIX } from '../../../src/domain/columns';
import type { NodeDuckDB } from '../node-duckdb';
import type { Meaning, StrangeFile } from './export';

/** What is looked at, one by one. */
export type Aspect =
  | 'refused'
  | 'dataset'
  | 'encoding'
  | 'delimiter'
  | 'header'
  | 'mapping'
  | 'records'
  | 'rejects'
  | 'times'
  | 'values';

/** Something that the import took otherwise than it is meant. */
export interface Miss {
  readonly aspect: Aspect;
  readonly detail: string;
  /** Nothing tells people of it: no question, no error, no word about the column or the cells. The worst kind. */
  readonly silent: boolean;
}

/** How many things were looked at, and what was missed. */
export interface Outcome {
  readonly looked: Readonly<Partial<Record<Aspect, number>>>;
  readonly misses: readonly Miss[];
}

interface StagedRow {
  readonly reject: string | null;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** Takes a made-up export in as the product does and compares everything that comes out with the truth. */
export async function check(strange: StrangeFile, db: NodeDuckDB): Promise<Outcome> {
  const looked: Partial<Record<Aspect, number>> = {};
  const misses: Miss[] = [];
  const look = (aspect: Aspect, right: boolean, detail: () => string, silent: boolean) => {
    looked[aspect] = (looked[aspect] ?? 0) + 1;
    if (!right) misses.push({ aspect, detail: detail(), silent });
  };
  const plan = await analyse(strange.file, {});
  if ('refused' in plan)
    return { looked: { refused: 1 }, misses: [{ aspect: 'refused', detail: plan.refused.code, silent: false }] };
  const { dialect, dataset, columns, scan: scanned } = plan;
  const asked = (...codes: readonly string[]) =>
    plan.problems.some(({ level, code }) => level !== 'note' && codes.includes(code));

  look(
    'dataset',
    dataset === strange.dataset,
    () => `${strange.dataset} taken for ${dataset} (${plan.datasetConfidence.toFixed(2)})`,
    !asked('unknownDataset', 'unsureDataset'),
  );
  if (dataset === strange.dataset)
    look(
      'dataset',
      !asked('unknownDataset', 'unsureDataset'),
      () => `${dataset} not sure (${plan.datasetConfidence.toFixed(2)})`,
      false,
    );
  const encodingRight = dialect.encoding === strange.encoding || (await isPlain(strange.file));
  look('encoding', encodingRight, () => `${strange.encoding} taken for ${dialect.encoding}`, !asked('encodingUnsure'));
  look(
    'delimiter',
    dialect.delimiter === strange.delimiter,
    () => JSON.stringify(dialect.delimiter),
    !asked('dialectUnsure'),
  );
  look(
    'header',
    dialect.headerLine === strange.headerLine,
    () => `line ${strange.headerLine} taken for ${dialect.headerLine}`,
    !asked('dialectUnsure'),
  );
  if (!encodingRight || dialect.delimiter !== strange.delimiter || dialect.headerLine !== strange.headerLine)
    return { looked, misses };

  for (const [index, accepted] of strange.targets.entries()) {
    const column = columns[index];
    const target = column?.target?.startsWith(EXTRA_PREFIX) ? undefined : column?.target;
    const right = target === undefined ? accepted.length === 0 : accepted.includes(target ?? '');
    const sure =
      target === undefined || mentions(plan.problems, column?.source ?? '') || (column?.confidence ?? 0) < 0.5;
    if (dataset === strange.dataset)
      look(
        'mapping',
        right,
        () =>
          `${JSON.stringify(strange.header[index])} (${accepted.join('|') || 'extra'}) taken for ${target ?? 'extra'}`,
        !sure,
      );
  }
  look(
    'records',
    scanned.records === strange.records.length,
    () => `${strange.records.length} counted as ${scanned.records}`,
    true,
  );
  if (scanned.records !== strange.records.length || dataset !== strange.dataset) return { looked, misses };

  const staged = await stage(strange.file, plan, db);
  for (const [at, record] of strange.records.entries()) {
    const row = staged.get(at + 1);
    const reason =
      row === undefined ? scanned.rejects.find(({ record: number }) => number === at + 1)?.reason : row.reject;
    const rejected = reason !== null;
    const named = record.reject === 'repeatedHeader' || record.reject === 'totalRow' ? record.reject === reason : true;
    look(
      'rejects',
      rejected === (record.reject !== undefined) && named,
      () => `record ${at + 1}: ${record.reject ?? 'good'} but ${reason ?? 'accepted'}`,
      !rejected,
    );
    if (record.reject !== undefined || row === undefined || rejected) continue;
    for (const [index, meaning] of record.meanings.entries()) {
      const { target = null, source = '', values, time } = columns[index] ?? {};
      if (meaning === undefined || target === null || !strange.targets[index]?.includes(target)) continue;
      const got = row.cells[target];
      const unknown = values !== undefined && Object.values(values).includes(null);
      const told = unknown || mentions(plan.problems, source) || (got === null && meaning !== null);
      look(
        time === undefined ? 'values' : 'times',
        same(got, meaning),
        () => `${source} (${target}): ${JSON.stringify(meaning)} read as ${JSON.stringify(got)}`,
        !told,
      );
    }
  }
  return { looked, misses };
}

/** The rows of the file as the engine types them, by record number. */
async function stage(file: File, plan: FilePlan, db: NodeDuckDB): Promise<Map<number, StagedRow>> {
  const { direct, gaps, lineEnd, superseded = [] } = plan.scan;
  const text = direct ? withoutGaps(file, gaps, plan.dialect, lineEnd) : await cleanCopy(file, plan);
  db.file(stageName(1), new Uint8Array(await text.arrayBuffer()));
  const rows = db.rows(
    `${stageStatement({ importId: 1, plan, direct, dictionaries: new Map(), superseded, sorted: false })}`,
  );
  if (rows.length > 1) throw new Error('A statement that makes a table has no rows');
  const fields = plan.columns.flatMap(({ target, time }) =>
    target === null
      ? []
      : [
          time === undefined
            ? identifier(target)
            : `strftime(${identifier(target)}, '%Y-%m-%d %H:%M:%S') AS ${identifier(target)}`,
        ],
  );
  const found = db.rows(`SELECT source_row, reject, ${fields.join(', ')} FROM ${stageName(1)}`);
  return new Map(
    found.map(({ source_row: row, reject, ...cells }) => [Number(row), { reject: reject as string | null, cells }]),
  );
}

async function cleanCopy(file: File, { dialect }: FilePlan): Promise<Blob> {
  const chunks: BlobPart[] = [];
  await scan(file, { dialect, watch: [], sink: (chunk) => void chunks.push(chunk.slice()) });
  return new Blob(chunks);
}

function mentions(problems: readonly Problem[], source: string): boolean {
  return problems.some(({ details }) => details.column === source);
}

function same(got: unknown, meaning: Meaning): boolean {
  if (meaning === null) return got === null;
  return typeof meaning === 'number' ? Number(got) === meaning : String(got).replaceAll('\r\n', '\n') === meaning;
}

async function isPlain(file: File): Promise<boolean> {
  return new Uint8Array(await file.arrayBuffer()).every((byte) => byte < 0x80);
}
