import type { z } from 'zod';
import type { WorkspaceFiles } from './engine/workspace-files';

/** One kind of thing that people decide about the data, kept as a whole. */
export interface DecisionKind<T> {
  /** Names the file; never changed once released. */
  readonly name: string;
  /** What the file must hold. Fields that came later have defaults, so that older files are read. */
  readonly schema: z.ZodType<T>;
  /** What holds before anybody has decided anything. */
  readonly initial: T;
}

/** What was kept cannot be read. It is left as it is, so that nothing is lost by writing over it. */
export class UnreadableDecision extends Error {
  constructor(readonly kind: string) {
    super(`decisions/${kind}.json cannot be read`);
    this.name = 'UnreadableDecision';
  }
}

/**
 * What people have decided in a workspace (rules, closed items, saved questions …), beside its raw files: one small JSON file a kind,
 * read once and written whole. The database never holds it, so a rebuild leaves it alone.
 */
export class Decisions {
  readonly #held = new Map<string, unknown>();
  readonly #listeners = new Set<() => void>();
  #writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly files: WorkspaceFiles) {}

  /** @throws UnreadableDecision when the file is damaged or of a newer version */
  async read<T>({ name, schema, initial }: DecisionKind<T>): Promise<T> {
    if (this.#held.has(name)) return this.#held.get(name) as T;
    const file = await this.files.read(pathOf(name));
    const value = file === null ? initial : parsed(name, schema, await file.text());
    if (!this.#held.has(name)) this.#held.set(name, value);
    return this.#held.get(name) as T;
  }

  /**
   * Puts what `change` makes of the present value in its place; changes follow each other, none is lost. Rejects when it cannot be kept, and
   * then nothing has changed.
   */
  change<T>(kind: DecisionKind<T>, change: (before: T) => T): Promise<T> {
    const made = this.#writing.then(async () => {
      const next = kind.schema.parse(change(await this.read(kind)));
      await this.files.write(pathOf(kind.name), JSON.stringify(next));
      this.#held.set(kind.name, next);
      for (const listener of this.#listeners) listener();
      return next;
    });
    this.#writing = made.catch(() => undefined);
    return made;
  }

  /** The value as last read or changed; undefined before the first `read`. */
  held<T>({ name }: DecisionKind<T>): T | undefined {
    return this.#held.get(name) as T | undefined;
  }

  /** Calls the listener after each change, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Forgets what was read: the files were removed. */
  forget(): void {
    this.#held.clear();
    for (const listener of this.#listeners) listener();
  }
}

function pathOf(name: string): string {
  return `decisions/${name}.json`;
}

function parsed<T>(name: string, schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new UnreadableDecision(name);
  }
}
