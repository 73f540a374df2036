import type { RowSource } from './row-source';

/** Rows fetched at once, and pages kept; together some 30 screens in memory. */
const PAGE = 100;
const KEPT = 40;

/** Rows of a source by the page: fetched when wanted, given up when no longer, forgotten when long unused. */
export class RowPages<Row> {
  /** In the order of last use, the oldest first. */
  readonly #pages = new Map<number, readonly Row[]>();
  readonly #coming = new Map<number, AbortController>();
  readonly #listeners = new Set<() => void>();
  readonly #source: RowSource<Row>;
  #version = 0;
  #failure: Error | undefined;

  constructor(source: RowSource<Row>) {
    this.#source = source;
  }

  /** Counts changes, for `useSyncExternalStore`. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What went wrong last, until something is read again. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** The row, if it is here. */
  rowAt(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** The rows from `first` on that are here, up to the first one that is not, at most `most` of them. */
  run(first: number, most: number): Row[] {
    const rows: Row[] = [];
    for (let row = this.rowAt(first); row !== undefined && rows.length < most; row = this.rowAt(first + rows.length))
      rows.push(row);
    return rows;
  }

  /** Makes rows `first` to `last` come, and gives up those on the way that are neither of them nor next to them. */
  want(first: number, last: number): void {
    const from = Math.max(0, Math.floor(first / PAGE));
    const to = Math.floor(Math.min(last, this.#source.rowCount - 1) / PAGE);
    for (const [page, controller] of this.#coming)
      if (page < from - 1 || page > to + 1) {
        this.#coming.delete(page);
        controller.abort();
      }
    for (let page = from; page <= to; page++) this.#wantPage(page);
  }

  /** Forgets a failure, so that what is wanted next is tried again. */
  retry(): void {
    this.#failure = undefined;
    this.#changed();
  }

  /** Gives up everything on the way. */
  stop(): void {
    for (const controller of this.#coming.values()) controller.abort();
    this.#coming.clear();
  }

  #wantPage(page: number): void {
    const known = this.#pages.get(page);
    if (known !== undefined) {
      this.#pages.delete(page);
      this.#pages.set(page, known);
    } else if (!this.#coming.has(page) && this.#failure === undefined) void this.#fetch(page);
  }

  async #fetch(page: number): Promise<void> {
    const controller = new AbortController();
    this.#coming.set(page, controller);
    const end = Math.min((page + 1) * PAGE, this.#source.rowCount);
    try {
      const rows = await this.#source.getRows(page * PAGE, end, controller.signal);
      if (!controller.signal.aborted) this.#keep(page, rows);
    } catch (error) {
      if (controller.signal.aborted) return;
      this.#failure = error instanceof Error ? error : new Error(String(error));
    } finally {
      if (this.#coming.get(page) === controller) this.#coming.delete(page);
    }
    if (!controller.signal.aborted) this.#changed();
  }

  #keep(page: number, rows: readonly Row[]): void {
    this.#pages.set(page, rows);
    for (const old of this.#pages.keys()) {
      if (this.#pages.size <= KEPT) return;
      this.#pages.delete(old);
    }
  }

  #changed(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}
