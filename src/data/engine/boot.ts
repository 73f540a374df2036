import { getPlatformFeatures } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { Database } from './database';
import { startWorker } from './worker-by-blob';

/** Size of the pinned `duckdb-eh.wasm`: a server that compresses announces another length. */
export const WASM_BYTES = 34_242_586;

/** A module that does not compile is reported by nobody (duckdb-wasm 1.32.0), so a start is given up after this time. */
const START_PATIENCE = 60_000;

/** Bytes of the engine that have arrived, of how many. */
export type Progress = (loaded: number, total: number) => void;

/** What the engine needs and this browser lacks, or null. */
export async function missingFeature(): Promise<string | null> {
  if (typeof WebAssembly === 'undefined') return 'WebAssembly';
  if (typeof Worker === 'undefined') return 'Worker';
  const features = await getPlatformFeatures();
  if (!features.wasmExceptions) return 'WebAssembly exceptions';
  return features.bigInt64Array ? null : 'BigInt64Array';
}

/**
 * Fetches the engine. Done here and not by the worker because the worker of duckdb-wasm 1.32.0 hangs when the fetch
 * fails. Progress is told at most a hundred times.
 */
export async function downloadEngine(onProgress: Progress, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(wasmUrl, { signal });
  if (!response.ok || response.body === null) throw new Error(`The engine could not be fetched (${response.status})`);
  let loaded = 0;
  let told = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      if (loaded - told > WASM_BYTES / 100) {
        told = loaded;
        onProgress(loaded, WASM_BYTES);
      }
      controller.enqueue(chunk);
    },
  });
  const headers = { 'content-type': 'application/wasm' };
  return new Response(response.body.pipeThrough(counter), { headers }).blob();
}

/** Starts a worker with the fetched engine; no database is open in it yet. */
export async function startEngine(wasm: Blob, onCrash: (reason: Error) => void): Promise<Database> {
  const database = new Database(startWorker(workerUrl, { type: 'classic', name: 'duckdb' }), onCrash);
  const url = URL.createObjectURL(wasm);
  const timeout = setTimeout(() => database.end(new Error('The engine did not start')), START_PATIENCE);
  try {
    await database.instantiate(url);
    return database;
  } catch (error) {
    database.end(error instanceof Error ? error : new Error(String(error)));
    throw error;
  } finally {
    clearTimeout(timeout);
    URL.revokeObjectURL(url);
  }
}
