import { columnOf, DATASETS, type Dataset, EXTRA_PREFIX, SCHEMAS } from '../../domain/columns';
import type { SheetText } from './convert';
import { countColumns, finishMapping, proposeMapping, watchColumns } from './meaning/mapping';
import type { MappingProposal } from './meaning/recognise';
import { toldTargets } from './meaning/wanted-columns';
import type { BookSource, FilePlan, ImportOptions, Problem } from './plan';
import { looksBinary } from './text/binary';
import { sniffDialect } from './text/dialect';
import { decode, detectEncoding, sampleOf } from './text/encoding';
import { scan } from './text/scan';

/** Wider tables are not registers of complaints or shipments but something else. */
const MOST_COLUMNS = 1000;
const PREVIEW_ROWS = 20;

/** A file that cannot be imported at all, with the reason and the remedy as a problem. */
export interface Refusal {
  readonly name: string;
  readonly size: number;
  readonly refused: Problem;
  /** The workbook it is, when another sheet of it may do. */
  readonly book?: BookSource;
}

export interface AnalyseHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytes: number) => void;
  /** Receives the clean UTF-8 copy of a file that is not UTF-8, so that it is decoded only once. */
  readonly sink?: (chunk: Uint8Array) => void | Promise<void>;
}

/** What is known of a file that was made from the sheet of a workbook. */
export type SheetFacts = Omit<SheetText, 'chunks'>;

/** Finds out what a file is and what to do with it: encoding, dialect, dataset, mapping, formats; every byte is read once. */
export async function analyse(
  file: File,
  options: ImportOptions,
  hooks: AnalyseHooks = {},
  sheet?: SheetFacts,
): Promise<FilePlan | Refusal> {
  const refuse = (code: string, details: Problem['details'] = {}): Refusal => ({
    name: file.name,
    size: file.size,
    refused: { level: 'error', code, details: { file: file.name, ...details } },
    ...(sheet !== undefined && { book: sheet.source }),
  });
  if (file.size === 0) return refuse('emptyFile');
  const sample = await sampleOf(file);
  const binary = looksBinary(sample);
  if (binary !== undefined && options.encoding === undefined && sheet === undefined)
    return refuse('binaryFile', { kind: binary });
  const detected = detectEncoding(sample);
  const encoding = sheet === undefined ? (options.encoding ?? detected.encoding) : 'utf-8';
  const head = decode(sample[0] ?? new Uint8Array(), encoding);
  const { dialect, header, rows, sources, confidence } = sniffDialect(head, (sample[0]?.length ?? 0) < file.size, {
    encoding,
    delimiter: options.delimiter,
    headerRow: options.headerRow ?? sheet?.headerRow,
    letters: sheet?.letters,
  });
  if (dialect.fields > MOST_COLUMNS) return refuse('tooManyColumns', { columns: dialect.fields, limit: MOST_COLUMNS });
  if (rows.length === 0) return refuse('noRows');

  const cells = rows.map((row) => row.cells);
  const proposal = proposeMapping({ header, sources, rows: cells }, options.dataset ?? datasetOf(options.mapping));
  const scanned = await scan(file, {
    dialect,
    watch: watchColumns(proposal, options),
    count: countColumns(proposal, options),
    key: sourceOf(SCHEMAS[proposal.dataset].key, proposal, options),
    time: sourceOf(SCHEMAS[proposal.dataset].time, proposal, options),
    sink: encoding === 'utf-8' ? undefined : hooks.sink,
    signal: hooks.signal,
    onProgress: hooks.onProgress,
  });
  const { columns, problems } = finishMapping(proposal, scanned, options);
  return {
    name: file.name,
    size: file.size,
    dataset: proposal.dataset,
    datasetConfidence: proposal.datasetConfidence,
    dialect,
    ...(sheet !== undefined && { book: sheet.source }),
    columns,
    scan: scanned,
    preview: cells.slice(0, PREVIEW_ROWS),
    problems: [...problems, ...textProblems(), ...(sheet?.problems ?? [])],
  };

  function textProblems(): Problem[] {
    const found: Problem[] = [];
    if (sheet === undefined && options.encoding === undefined && detected.confidence < 0.6)
      found.push({ level: 'ask', code: 'encodingUnsure', details: { encoding } });
    if (sheet === undefined && options.delimiter === undefined && confidence < 0.5)
      found.push({ level: 'ask', code: 'dialectUnsure', details: {} });
    if (scanned.undecodable > 0)
      found.push({ level: 'note', code: 'undecodable', details: { cells: scanned.undecodable, encoding } });
    if (scanned.rejected > 0) found.push({ level: 'note', code: 'brokenRecords', details: { rows: scanned.rejected } });
    const { repeatedKeys = 0, superseded } = scanned;
    const column = columns.find(({ target }) => target === SCHEMAS[proposal.dataset].key)?.source ?? '';
    if (repeatedKeys > 0 && superseded !== undefined)
      found.push({ level: 'note', code: 'keyRepeats', details: { rows: repeatedKeys } });
    if (repeatedKeys > 0 && superseded === undefined && !problems.some(({ code }) => code === 'repeatedKeys'))
      found.push({ level: 'ask', code: 'notAKey', details: { column, rows: repeatedKeys } });
    if (scanned.blankRecords > 0)
      found.push({ level: 'note', code: 'blankRecords', details: { rows: scanned.blankRecords } });
    return found;
  }
}

/** The one dataset that has all the canonical columns which the user named; undefined when none or several have. */
function datasetOf(mapping: ImportOptions['mapping'] = {}): Dataset | undefined {
  const named = Object.values(mapping).filter((target) => target !== null && !target.startsWith(EXTRA_PREFIX));
  const having = DATASETS.filter((dataset) => named.every((name) => columnOf(dataset, name ?? '') !== undefined));
  return named.length > 0 && having.length === 1 ? having[0] : undefined;
}

/** Source column that is to become a canonical one, as the user says or as proposed; undefined when the file has none. */
function sourceOf(
  canonical: string | undefined,
  { columns }: MappingProposal,
  options: ImportOptions,
): number | undefined {
  if (canonical === undefined) return undefined;
  const { targets } = toldTargets(columns, options);
  return columns.find(({ index, target }) => (targets.has(index) ? targets.get(index) : target) === canonical)?.index;
}
