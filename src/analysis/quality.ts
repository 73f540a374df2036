import { codedTexts, unitTwiceCounts, unitTwiceRows } from '../data/queries/quality';
import { alikeness, duplicateCounts, duplicateRows } from '../data/queries/quality-duplicates';
import { codedView } from '../data/schema/tables';
import { DATASETS, type Dataset } from '../domain/columns';
import { daysAfter } from '../domain/quality-times';
import { foundBy, type Looked, lookAt } from './quality-dataset';
import { basisOf, type FileCount, type Finding, findingOf, totalOf } from './quality-finding';
import { type ImportedFile, rejectedFindings, unreadFindings } from './quality-kept';
import { coveredUntil, laterFindings } from './quality-later';
import type { Completeness } from './quality-look';
import { type Numbering, numberingFindings } from './quality-numbering';
import { namingColumns } from './quality-probes';
import { type Relation, relations } from './relations';
import type { Source } from './view';

export interface QualitySource extends Source {
  readonly journal: readonly ImportedFile[];
}

/** What a list holds, by column. */
export interface DatasetQuality {
  readonly dataset: Dataset;
  readonly rows: number;
  /** Columns that its files have, in their order. */
  readonly columns: readonly Completeness[];
  /** The statement that counted. */
  readonly sql: string;
}

/** How good the data are: what is wrong, sorted by what it costs, and how well each column is filled. */
export interface Quality {
  readonly rows: number;
  readonly findings: readonly Finding[];
  readonly datasets: readonly DatasetQuality[];
  readonly relations: readonly Relation[];
  /** Series whose numbers follow a pattern, so that gaps can be looked for. */
  readonly numberings: readonly Numbering[];
  /** Until when the rows tell what happened, ISO day; undefined without times. */
  readonly covered?: string;
  /** The statements behind the relations. */
  readonly relationSql: readonly string[];
}

export interface QualityOptions {
  /** Series (`domain/numbering`) of which the files are the whole register: gaps are looked for in these only. */
  readonly complete?: readonly string[];
}

/** Looks through all lists: about one scan a list, a second where the first gives reason, and one a relation. Nothing is estimated. */
export async function quality(
  source: QualitySource,
  { complete = [] }: QualityOptions = {},
  signal?: AbortSignal,
): Promise<Quality> {
  const looked: Looked[] = [];
  const coded = await source.run<{ view: string; name: string }>(codedTexts(), { signal });
  for (const dataset of DATASETS) {
    const own = coded.filter(({ view }) => view === codedView(dataset)).map(({ name }) => name);
    const one = await lookAt(source, dataset, own, signal);
    if (one !== undefined) looked.push(one);
  }
  const covered = coveredUntil(looked);
  const imported = daysAfter(
    source.journal
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? new Date().toISOString(),
    1,
  );
  const findings: Finding[] = [];
  for (const one of looked) {
    const { known, questions, seen } = one;
    findings.push(...(await foundBy(source, known, questions, seen, signal)));
    findings.push(...(await laterFindings(source, one, { covered, imported }, signal)));
  }
  const files = new Map(looked.map(({ known, seen }) => [known.dataset, seen.files] as const));
  findings.push(...(await unreadFindings(source, files, signal)));
  findings.push(...(await rejectedFindings(source, source.journal, signal)));
  findings.push(...(await duplicateFindings(source, looked, signal)));
  findings.push(...(await unitTwiceFindings(source, looked, signal)));
  const numbered = await numberingFindings(source, complete, signal);
  const related = await relations(source, signal);
  findings.push(
    ...numbered.flatMap((one) => one.findings),
    ...related.found.filter(({ count }) => count > 0).map(relationFinding),
  );
  return {
    rows: looked.reduce((sum, { seen }) => sum + seen.rows, 0),
    findings: findings.sort((a, b) => b.loss - a.loss || b.count - a.count || (a.id < b.id ? -1 : 1)),
    datasets: looked.map(({ known, seen, completeness }) => ({
      dataset: known.dataset,
      rows: seen.rows,
      columns: completeness,
      sql: seen.sql,
    })),
    relations: related.found,
    numberings: numbered.map(({ numbering }) => numbering),
    ...(covered !== undefined && { covered }),
    relationSql: related.sql,
  };
}

/** Lists that disagree, as findings. */
function relationFinding({ kind, dataset, checked, count, byFile, examples, rows, columns }: Relation): Finding {
  return findingOf({
    kind: 'relation',
    dataset,
    about: [kind],
    count,
    of: checked,
    byFile,
    examples,
    rows: { sql: `${rows} ORDER BY number, r.source_file, r.source_row`, columns: ['number', ...columns] },
  });
}

/** Complaints that say again what an earlier one said a few days before, under another number. */
async function duplicateFindings(source: Source, looked: readonly Looked[], signal?: AbortSignal): Promise<Finding[]> {
  const complaints = looked.find(({ known }) => known.dataset === 'complaint');
  const { filled } = source.facts.complaint;
  const has = (name: string) => (filled[name] ?? 0) > 0;
  const alike = alikeness(has);
  if (complaints === undefined || alike === undefined || !has('complaint_no') || !has('received_at')) return [];
  const rows = await source.run<{ file: number; n: number }>(duplicateCounts(alike.sql), { signal });
  const { seen, known } = complaints;
  const byFile = countsOf(rows, seen.files);
  if (totalOf(byFile) === 0) return [];
  const shown = [...new Set([...namingColumns(known), ...alike.columns])];
  return [
    findingOf({
      kind: 'duplicate',
      dataset: 'complaint',
      about: alike.columns,
      count: totalOf(byFile),
      of: seen.rows,
      byFile,
      rows: { sql: duplicateRows(alike.sql, shown), columns: ['former_no', ...shown] },
    }),
  ];
}

/** Returns that list a unit twice: a return has a row a unit, and a file that lists its states has several of one. */
async function unitTwiceFindings(source: Source, looked: readonly Looked[], signal?: AbortSignal): Promise<Finding[]> {
  const returns = looked.find(({ known }) => known.dataset === 'returned_item');
  const { filled } = source.facts.returned_item;
  if (returns === undefined || !['return_no', 'serial_no'].every((name) => (filled[name] ?? 0) > 0)) return [];
  const rows = await source.run<{ file: number; n: number; example: string }>(unitTwiceCounts(), { signal });
  const byFile = countsOf(rows, returns.seen.files);
  if (totalOf(byFile) === 0) return [];
  const shown = namingColumns(returns.known);
  return [
    findingOf({
      kind: 'unitTwice',
      dataset: 'returned_item',
      about: ['return_no', 'serial_no'],
      count: totalOf(byFile),
      of: returns.seen.rows,
      weighed: { part: totalOf(byFile), whole: returns.seen.rows, basis: basisOf('returned_item') },
      byFile,
      examples: rows.map(({ example }) => example),
      rows: { sql: unitTwiceRows(shown), columns: shown },
    }),
  ];
}

function countsOf(
  rows: readonly { readonly file: number; readonly n: number }[],
  files: ReadonlyMap<number, number>,
): FileCount[] {
  return [...files].map(([file, of]) => ({
    file,
    count: Number(rows.find((row) => Number(row.file) === file)?.n ?? 0),
    of,
  }));
}
