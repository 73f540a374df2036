import { columnOf, DATASETS, type Dataset, EXTRA_PREFIX, SCHEMAS } from '../../../domain/columns';
import { readComputedColumns, withComputedCells } from '../meaning/computed';
import { isSettledByEvents, planEvents, proposeEvents, withoutEventTime } from '../meaning/event-plan';
import { namesColumns } from '../meaning/header-synonyms';
import { countColumns, finishMapping, proposeMapping, watchColumns } from '../meaning/mapping';
import type { MappingProposal } from '../meaning/recognise';
import { toldTargets } from '../meaning/wanted-columns';
import type { BookSource, ColumnPlan, FilePlan, ImportOptions, Problem } from '../plan';
import { looksBinary } from '../text/binary';
import { sniffDialect } from '../text/dialect';
import { decode, detectEncoding, sampleOf } from '../text/encoding';
import { firstRecords } from '../text/first-records';
import { isPageRow } from '../text/page-rows';
import { scan } from '../text/scan';
import type { SheetText } from './convert';
import { type Learned, NOTHING_LEARNED } from './profile';
import { recall } from './recall';
import { tableProblems, textTable } from './text-tables';

/** Wider tables are not registers of complaints or shipments but something else. */
const MOST_COLUMNS = 1000;
/** Characters that a house made for itself: what they look like is known to its own machines only. */
const USER_DEFINED = /[\ue000-\uf8ff]/g;
const PREVIEW_ROWS = 20;
/** Records that are looked at to tell an event log: the events of a complaint may lie far apart. */
const COURSE_ROWS = 5000;

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
  said: ImportOptions,
  hooks: AnalyseHooks = {},
  sheet?: SheetFacts,
  learned: Learned = NOTHING_LEARNED,
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
  if (binary !== undefined && said.encoding === undefined && sheet === undefined)
    return refuse('binaryFile', { kind: binary });
  const detected = detectEncoding(sample);
  const cutOff = (sample[0]?.length ?? 0) < file.size;
  const cut = (reading: ImportOptions) => {
    const encoding = sheet === undefined ? (reading.encoding ?? detected.encoding) : 'utf-8';
    const head = decode(sample[0] ?? new Uint8Array(), encoding);
    const { delimiter, headerRow = sheet?.headerRow } = reading;
    const sniff = (text: string, headerRow: number | undefined) =>
      sniffDialect(text, cutOff, { encoding, delimiter, headerRow, isNames: namesColumns, letters: sheet?.letters });
    const single = sheet !== undefined || (headerRow !== undefined && reading.table === undefined);
    const { sniffed, part } = single
      ? { sniffed: sniff(head, headerRow), part: sheet?.part }
      : textTable(head, cutOff, sniff, reading);
    return { encoding, head, part, ...sniffed };
  };
  const { options, profile, problems: recalled } = recall(learned, said, cut);
  const { encoding, head, part, dialect, header, rows, sources: own, confidence } = cut(options);
  if (dialect.fields > MOST_COLUMNS) return refuse('tooManyColumns', { columns: dialect.fields, limit: MOST_COLUMNS });
  if (rows.length === 0) return refuse('noRows');

  const { columns: computed, problems: unread } = readComputedColumns(options.computed, own);
  const withComputed = (records: readonly (readonly string[])[]) => withComputedCells(records, computed, own.length);
  const sources = [...own, ...computed.map(({ source }) => source)];
  const cells = withComputed(rows.map((row) => row.cells));
  const proposal = proposeMapping(
    { header: header && sources, sources, rows: cells, words: learned.words },
    options.dataset ?? datasetOf(options.mapping),
  );
  const key = sourceOf(SCHEMAS[proposal.dataset].key, proposal, options);
  const scanned = await scan(file, {
    dialect,
    watch: watchColumns(proposal, options),
    count: countColumns(proposal, options),
    key,
    time: sourceOf(SCHEMAS[proposal.dataset].time, proposal, options),
    computed,
    sink: encoding === 'utf-8' ? undefined : hooks.sink,
    signal: hooks.signal,
    onProgress: hooks.onProgress,
  });
  const log = proposeEvents(proposal, key, scanned, options, () =>
    withComputed(firstRecords(head, cutOff, dialect, COURSE_ROWS)),
  );
  const { columns, problems } = finishMapping(
    log === undefined ? proposal : withoutEventTime(proposal, log),
    scanned,
    options,
    learned.words,
  );
  const course = log && planEvents(log, columns, scanned, options);
  const found = [...recalled, ...unread, ...problems, ...textProblems()];
  return {
    name: file.name,
    size: file.size,
    dataset: proposal.dataset,
    datasetConfidence: proposal.datasetConfidence,
    dialect,
    ...(sheet !== undefined && { book: sheet.source }),
    ...(part !== undefined && { part }),
    columns: columns.map((column) => ({ ...column, ...computedBy(column.index) })),
    ...(course !== undefined && { events: course.events }),
    scan: scanned,
    ...(profile !== undefined && { profile }),
    preview: cells.slice(0, PREVIEW_ROWS),
    problems: [
      ...(course?.problems ?? []),
      ...found.filter((one) => !isSettledByEvents(one, course !== undefined, options)),
      ...(sheet?.problems ?? []),
    ],
  };

  function computedBy(index: number): Pick<ColumnPlan, 'computed'> {
    const made = computed.find((column) => column.index === index);
    return made === undefined ? {} : { computed: made.computed };
  }

  function textProblems(): Problem[] {
    const found = tableProblems(part, options);
    if (sheet === undefined && options.encoding === undefined && detected.confidence < 0.6)
      found.push({ level: 'ask', code: 'encodingUnsure', details: { encoding } });
    if (sheet === undefined && options.delimiter === undefined && confidence < 0.5)
      found.push({ level: 'ask', code: 'dialectUnsure', details: {} });
    const own = head.match(USER_DEFINED)?.length ?? 0;
    if (own > 0) found.push({ level: 'note', code: 'userCharacters', details: { characters: own, encoding } });
    if (scanned.undecodable > 0)
      found.push({ level: 'note', code: 'undecodable', details: { cells: scanned.undecodable, encoding } });
    const ofPage = scanned.rejects.filter(({ reason }) => isPageRow(reason)).length;
    if (scanned.rejected > ofPage)
      found.push({ level: 'note', code: 'brokenRecords', details: { rows: scanned.rejected - ofPage } });
    if (ofPage > 0) found.push({ level: 'note', code: 'pageRows', details: { rows: ofPage } });
    const { repeatedKeys = 0, superseded } = scanned;
    const column = columns.find(({ target }) => target === SCHEMAS[proposal.dataset].key)?.source ?? '';
    if (repeatedKeys > 0 && superseded !== undefined)
      found.push({ level: 'note', code: 'keyRepeats', details: { rows: repeatedKeys } });
    const notAKey = repeatedKeys > 0 && superseded === undefined;
    if (options.events === true && log === undefined) found.push({ level: 'ask', code: 'noEvents', details: {} });
    if (notAKey && options.events === false)
      found.push({ level: 'note', code: 'eventsDeclined', details: { column, rows: repeatedKeys } });
    else if (notAKey && !problems.some(({ code }) => code === 'repeatedKeys'))
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
