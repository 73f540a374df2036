import { startWorker } from '../engine/worker-by-blob';
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

/** The page's side of the ingest worker. */
export class IngestWorker {
  private readonly worker = startWorker(workerUrl, { type: 'module', name: 'truecause-ingest' });
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor() {
    this.worker.addEventListener('message', ({ data }: MessageEvent<Response>) => this.receive(data));
    this.worker.addEventListener('error', (event) => this.fail(new Error(event.message || 'The ingest worker failed')));
  }

  /** Rejects with AbortError when cancelled, else with an error of the worker's name and message. */
  run<Name extends TaskName>(
    task: Name,
    input: Tasks[Name]['input'],
    { signal, onProgress }: TaskHooks = {},
  ): Promise<Tasks[Name]['output']> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      this.waiting.set(id, { resolve, reject, onProgress });
      // The worker answers when it has stopped and cleared away what it wrote.
      signal?.addEventListener('abort', () => this.worker.postMessage({ id, cancel: true }), { once: true });
      this.worker.postMessage({ id, task, input });
    });
  }

  /** Stops the worker; what it was asked and has not answered rejects with AbortError. */
  close(): void {
    this.worker.terminate();
    this.fail(new DOMException('The workspace was closed', 'AbortError'));
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
