import { startWorker } from '../../engine/worker-by-blob';
import type { Response, TaskName, Tasks } from './tasks';
import workerUrl from './worker?worker&url';

export interface TaskHooks {
  readonly signal?: AbortSignal;
  /** Bytes of the file read so far. */
  readonly onProgress?: (bytes: number) => void;
}

interface Waiting {
  resolve(output: never): void;
  reject(error: Error): void;
  onProgress?(bytes: number): void;
}

/** Bytes of a file after which the worker ends: what it needed for the keys of millions of records stays with it otherwise, while the engine loads. */
const LARGE = 256 * 1024 * 1024;

/** The page's side of the ingest worker, which is started when it is needed. */
export class IngestWorker {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private closed = false;

  /** Rejects with AbortError when cancelled, else with an error of the worker's name and message. */
  run<Name extends TaskName>(
    task: Name,
    input: Tasks[Name]['input'],
    { signal, onProgress }: TaskHooks = {},
  ): Promise<Tasks[Name]['output']> {
    const id = ++this.lastId;
    return new Promise<Tasks[Name]['output']>((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.closed) throw closedError();
      const worker = this.started();
      this.waiting.set(id, { resolve, reject, onProgress });
      // The worker answers when it has stopped and cleared away what it wrote.
      signal?.addEventListener('abort', () => worker.postMessage({ id, cancel: true }), { once: true });
      worker.postMessage({ id, task, input });
    }).finally(() => {
      if (input.file.size >= LARGE && this.waiting.size === 0) this.end();
    });
  }

  /** Stops the worker; what it was asked and has not answered rejects with AbortError. */
  close(): void {
    this.closed = true;
    this.end();
    this.fail(closedError());
  }

  private started(): Worker {
    if (this.worker !== undefined) return this.worker;
    const worker = startWorker(workerUrl, { type: 'module', name: 'truecause-ingest' });
    worker.addEventListener('message', ({ data }: MessageEvent<Response>) => this.receive(data));
    worker.addEventListener('error', (event) => {
      // One that could not be loaded would never answer: the next task starts another.
      if (this.worker === worker) this.end();
      this.fail(new Error(event.message || 'The ingest worker failed'));
    });
    this.worker = worker;
    return worker;
  }

  private end(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }

  private fail(reason: Error): void {
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }

  private receive(response: Response): void {
    if ('bytes' in response) this.waiting.get(response.id)?.onProgress?.(response.bytes);
    else if ('error' in response)
      this.settle(response.id)?.reject(Object.assign(new Error(response.error.message), { name: response.error.name }));
    else this.settle(response.id)?.resolve(response.output as never);
  }

  private settle(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    return waiting;
  }
}

function closedError(): DOMException {
  return new DOMException('The workspace was closed', 'AbortError');
}
