import type { Dialect, Scan } from '../plan';
import { CleanCopy } from './clean-copy';
import { type ComputedCell, ComputedCells } from './computed-cells';
import { Damage } from './damage';
import { Gaps } from './gaps';
import { KeyRepeats } from './key-repeats';
import { Utf8Parts } from './parts';
import { Profiler } from './profiler';
import { ACCEPTED, BLANK, REJECTED, RecordReader } from './records';
import { RejectList } from './reject-list';
import { Tidiness } from './tidiness';
import { TimeOrder } from './time-order';
import { CRLF_SEEN, LF_SEEN, PLAIN } from './tokenizer';

const MIB = 1024 * 1024;

export interface ScanOptions {
  readonly dialect: Dialect;
  /** Source columns whose values and shapes are wanted. */
  readonly watch: readonly number[];
  /** Source columns of which only the values are wanted, as long as they are few. */
  readonly count?: readonly number[];
  /** Source column that should name a record; its repeats are found. */
  readonly key?: number;
  /** Source column by whose time the records should be in order. */
  readonly time?: number;
  /** Columns that are made of others: those above may name them by their index. */
  readonly computed?: readonly ComputedCell[];
  /** Receives the clean copy of the accepted records (see clean-copy.ts) in chunks of about 1 MiB; the scan waits for it. */
  readonly sink?: (chunk: Uint8Array) => void | Promise<void>;
  readonly signal?: AbortSignal;
  /** Bytes of the file that were read so far. */
  readonly onProgress?: (bytes: number) => void;
}

/**
 * One pass over every byte of a file: counts its records, rejects the damaged ones with a reason, profiles the watched columns, and
 * remembers where records begin. Rejects with the signal's reason when it is aborted.
 */
export async function scan(
  file: Blob,
  { dialect, watch, count = [], key, time, computed = [], sink, signal, onProgress }: ScanOptions,
): Promise<Scan> {
  const parts = new Utf8Parts(file, dialect.encoding);
  const pass = new Pass(dialect, { watch, count, key, time, computed, copying: sink !== undefined }, parts);
  for (let part = await parts.next(); part !== null; part = await parts.next()) {
    signal?.throwIfAborted();
    pass.read(part);
    if (sink !== undefined) for (const chunk of pass.copied(false)) await sink(chunk);
    onProgress?.(parts.read);
  }
  pass.finish();
  if (sink !== undefined) for (const chunk of pass.copied(true)) await sink(chunk);
  return pass.result(file.size);
}

class Pass {
  private readonly records: RecordReader;
  private readonly watching: readonly Profiler[];
  private readonly counting: readonly Profiler[];
  private readonly profilers: readonly Profiler[];
  private readonly keys: { readonly index: number; readonly repeats: KeyRepeats } | undefined;
  private readonly order: { readonly index: number; readonly times: TimeOrder } | undefined;
  private readonly computed: ComputedCells | undefined;
  private readonly tidiness: Tidiness;
  private readonly copy: CleanCopy | undefined;
  private readonly damage: Damage;
  private readonly rejects = new RejectList();
  private readonly gaps = new Gaps();
  private readonly entries: { record: number; line: number; byte: number }[] = [];
  /** Distance of index entries in UTF-8 bytes: UTF-16 text shrinks to as little as half. */
  private readonly step: number;
  private nextEntry = 0;
  private blankRecords = 0;
  private undecodable = 0;
  /** Every accepted record has just its fields and no quote inside an unquoted cell. */
  private regular = true;

  constructor(
    private readonly dialect: Dialect,
    {
      watch,
      count = [],
      key,
      time,
      computed = [],
      copying,
    }: Pick<ScanOptions, 'watch' | 'count' | 'key' | 'time' | 'computed'> & { readonly copying: boolean },
    private readonly parts: Utf8Parts,
  ) {
    this.records = new RecordReader(dialect);
    const made = new Set(computed.map(({ index }) => index));
    const there = (indices: readonly number[]) => indices.filter((index) => index < dialect.fields || made.has(index));
    this.watching = there(watch).map((index) => new Profiler(index, dialect));
    this.counting = there(count)
      .filter((index) => !watch.includes(index))
      .map((index) => new Profiler(index, dialect, true));
    this.profilers = [...this.watching, ...this.counting];
    this.keys = key === undefined ? undefined : { index: key, repeats: new KeyRepeats() };
    this.order = time === undefined ? undefined : { index: time, times: new TimeOrder() };
    this.computed = computed.length === 0 ? undefined : new ComputedCells(computed, dialect);
    this.tidiness = new Tidiness(dialect.fields);
    this.damage = new Damage(dialect);
    this.copy = copying ? new CleanCopy(dialect) : undefined;
    this.step = dialect.encoding.startsWith('utf-16') ? MIB / 2 : MIB;
  }

  read(part: Uint8Array): void {
    this.records.append(part);
    this.readRecords();
  }

  finish(): void {
    this.records.finish();
    this.readRecords();
  }

  copied(all: boolean): Uint8Array[] {
    return this.copy?.take(all) ?? [];
  }

  result(bytes: number): Scan {
    const { records } = this;
    return {
      bytes,
      lines: records.upcomingLine - 1,
      records: records.record,
      blankRecords: this.blankRecords,
      rejected: this.rejects.count,
      rejects: this.rejects.rejects,
      profiles: this.watching.map((profiler) => profiler.profile()),
      counted: this.counting.map((profiler) => profiler.profile()),
      ...this.keys?.repeats.result(records.record),
      untidy: this.tidiness.result(),
      ordered: this.order?.times.result() ?? false,
      index: { entries: this.entries },
      undecodable: this.undecodable,
      longestLine: records.longestLine,
      direct: this.isDirect(),
      gaps: this.gaps.list() ?? [],
      lineEnd: records.lineEndKinds === CRLF_SEEN ? '\r\n' : '\n',
    };
  }

  private readRecords(): void {
    const { records } = this;
    if (!records.passHead()) return;
    for (;;) {
      if (records.base + records.at >= this.nextEntry && records.betweenRecords) this.addEntry();
      const found = records.next();
      if (found === ACCEPTED) this.accept();
      else if (found === BLANK) {
        this.blankRecords++;
        this.addGap(false);
      } else if (found === REJECTED) {
        const text = records.kept ?? records.bytes.subarray(records.start, records.end);
        this.addGap(true);
        this.rejects.add(records.line, records.record, records.reason, text);
      } else return;
    }
  }

  private addGap(record: boolean): void {
    const { base, start, end, kept, line } = this.records;
    if (kept !== undefined) this.gaps.giveUp();
    else if (this.dialect.encoding === 'utf-8')
      this.gaps.add(this.parts.byteOf(line, base + start), this.parts.byteOf(line, base + end), record);
  }

  private addEntry(): void {
    const { record, upcomingLine: line, base, at } = this.records;
    const position = base + at;
    this.entries.push({ record: record + 1, line, byte: this.parts.byteOf(line, position) });
    this.nextEntry = position + this.step;
  }

  private accept(): void {
    const { records } = this;
    const { cells, bytes, record } = records;
    if (cells.stray || cells.cells !== this.dialect.fields) this.regular = false;
    const made = this.computed?.of(bytes, cells);
    for (const profiler of this.profilers) {
      const { index } = profiler;
      const own = made?.get(index);
      if (own !== undefined) profiler.add(own, 0, own.length, PLAIN, record);
      else if (index >= cells.cells) profiler.addMissing();
      else profiler.add(bytes, cells.starts[index]!, cells.ends[index]!, cells.kinds[index]!, record);
    }
    const { keys, order } = this;
    this.tidiness.add(bytes, cells);
    if (order !== undefined) {
      const own = made?.get(order.index);
      const there = order.index < cells.cells;
      if (own !== undefined) order.times.add(own, 0, own.length);
      else order.times.add(bytes, there ? cells.starts[order.index]! : 0, there ? cells.ends[order.index]! : 0);
    }
    const key = keys && made?.get(keys.index);
    if (keys !== undefined && key !== undefined) keys.repeats.add(key, 0, key.length, record);
    else if (keys !== undefined && keys.index < cells.cells)
      keys.repeats.add(bytes, cells.starts[keys.index]!, cells.ends[keys.index]!, record);
    const damaged = this.parts.suspect ? this.damage.count(bytes, cells) : 0;
    this.undecodable += damaged;
    this.copy?.add(record, bytes, cells, damaged > 0);
  }

  private isDirect(): boolean {
    const { dialect, records } = this;
    const uniform =
      records.lineEndKinds === LF_SEEN || records.lineEndKinds === CRLF_SEEN || records.lineEndKinds === 0;
    const plainQuoting = dialect.quote === '' || (dialect.quote === '"' && dialect.escape === '"');
    const plainDelimiter = dialect.delimiter.length === 1 && dialect.delimiter.charCodeAt(0) < 0x80;
    const gaps = this.gaps.list();
    // A line with nothing but the mark of a gap must still be a line of its own: a single column has no separator to show it.
    const gapsKnown = gaps !== undefined && (gaps.length === 0 || dialect.fields > 1) && this.undecodable === 0;
    return (
      dialect.encoding === 'utf-8' &&
      dialect.lastLine === undefined &&
      uniform &&
      plainQuoting &&
      plainDelimiter &&
      gapsKnown &&
      this.regular &&
      records.plainHead
    );
  }
}
