import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);

/** The real engine in Node, in memory, blocking; without the network, like the browser's. No TIMESTAMPTZ: it would hang for ever. */
export interface NodeDuckDB {
  rows(sql: string): Record<string, unknown>[];
  /** Makes bytes readable by name; a name given again is another file. */
  file(name: string, bytes: Uint8Array): void;
  close(): void;
}

interface BlockingRow {
  toJSON(): Record<string, unknown>;
}
interface BlockingModule {
  createDuckDB(bundles: unknown, logger: unknown, runtime: unknown): Promise<BlockingDatabase>;
  VoidLogger: new () => unknown;
  NODE_RUNTIME: unknown;
}
interface BlockingDatabase {
  instantiate(onProgress: () => void): Promise<unknown>;
  open(config: unknown): void;
  registerFileBuffer(name: string, bytes: Uint8Array): void;
  dropFile(name: string): unknown;
  connect(): { query(sql: string): { toArray(): BlockingRow[] }; close(): void };
  reset(): void;
}

/** Boots the engine (1–2 s). Integers of 64 bits and decimals arrive as numbers. */
export async function nodeDuckDB(): Promise<NodeDuckDB> {
  const path = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const { createDuckDB, VoidLogger, NODE_RUNTIME } = require(path) as BlockingModule;
  const bundle = (name: string) => ({ mainModule: `${dirname(path)}/duckdb-${name}.wasm`, mainWorker: '' });
  const database = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate(() => {});
  database.open({ path: ':memory:', query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connection = database.connect();
  const rows = (sql: string) =>
    connection
      .query(sql)
      .toArray()
      .map((row) => row.toJSON());
  for (const setting of ['autoinstall_known_extensions', 'autoload_known_extensions']) rows(`SET ${setting} = false`);
  return {
    rows,
    file(name, bytes) {
      database.dropFile(name);
      database.registerFileBuffer(name, bytes);
    },
    close() {
      connection.close();
      database.reset();
    },
  };
}
