/** A statement of this session. */
export interface PastQuery {
  readonly sql: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `draft`: gave way to another text without having been run. */
  readonly outcome: 'done' | 'failed' | 'cancelled' | 'draft';
  /** Rows shown; undefined unless done. */
  readonly rows?: number;
}

/** Statements that are remembered. */
export const HISTORY_LENGTH = 50;

/** What the tab remembers of the console until it is closed: the text in the editor and the statements run, a workspace each. */
export class QueryMemory {
  constructor(private readonly workspace: string) {}

  get draft(): string {
    return read(`truecause.sql.${this.workspace}.draft`) ?? '';
  }

  set draft(sql: string) {
    write(`truecause.sql.${this.workspace}.draft`, sql);
  }

  /** The latest first. */
  get history(): readonly PastQuery[] {
    try {
      const found: unknown = JSON.parse(read(`truecause.sql.${this.workspace}.history`) ?? '[]');
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  }

  /** Puts a statement on top; the same one further down goes. */
  add(query: PastQuery): readonly PastQuery[] {
    const others = this.history.filter(({ sql }) => sql !== query.sql);
    const next = [query, ...others].slice(0, HISTORY_LENGTH);
    write(`truecause.sql.${this.workspace}.history`, JSON.stringify(next));
    return next;
  }
}

function read(key: string): string | null {
  return sessionStorage.getItem(key);
}

/** A full storage forgets, and nothing else comes of it. */
function write(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    sessionStorage.removeItem(key);
  }
}
