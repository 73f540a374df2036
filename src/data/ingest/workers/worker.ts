import { analyse } from '../survey/analyse';
import { unpackArchive } from '../survey/archive';
import { scan } from '../text/scan';
import { hashAndCopy } from '../text/source';
import { PrivateFile } from './private-file';
import type { Request, Response, TaskName, Tasks } from './tasks';

/** Runs in a worker of its own, so that reading a file never holds up the page or the engine. */
const running = new Map<number, AbortController>();

type Handler<Name extends TaskName> = (
  input: Tasks[Name]['input'],
  hooks: { signal: AbortSignal; onProgress: (bytes: number) => void },
) => Promise<Tasks[Name]['output']>;

const handlers: { [Name in TaskName]: Handler<Name> } = {
  async analyse({ file, options, clean, sheet, learned }, hooks) {
    return writing(clean, (write) => analyse(file, options, { ...hooks, sink: write }, sheet, learned));
  },

  unpack: ({ file }, hooks) => unpackArchive(file, hooks),

  async rescan({ file, dialect, landmarks, clean }, hooks) {
    const options = { dialect, watch: [], ...landmarks, ...hooks };
    return dialect.encoding === 'utf-8'
      ? scan(file, options)
      : writing(clean, (write) => scan(file, { ...options, sink: write }));
  },

  async clean({ file, dialect, clean }, hooks) {
    if (clean !== null) {
      await writing(clean, (write) => scan(file, { dialect, watch: [], sink: write, ...hooks }));
      return null;
    }
    const chunks: BlobPart[] = [];
    await scan(file, { dialect, watch: [], sink: (chunk) => void chunks.push(chunk.slice()), ...hooks });
    return new Blob(chunks);
  },

  async keep({ file, raw }, { signal, onProgress }) {
    if (raw === null) return hashAndCopy(file, null, onProgress, signal);
    return writing(raw, (write) => hashAndCopy(file, write ?? null, onProgress, signal));
  },
};

/** Gives the work a place to write to, made on the first write; what an abandoned work has written is removed. */
async function writing<T>(path: string | null, work: (write?: (chunk: Uint8Array) => void) => Promise<T>): Promise<T> {
  if (path === null) return work();
  const file = await PrivateFile.create(path);
  try {
    const result = await work((chunk) => file.append(chunk));
    await file.close();
    return result;
  } catch (error) {
    await file.discard();
    throw error;
  }
}

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  if ('cancel' in data) {
    running.get(data.id)?.abort();
    return;
  }
  const { id, task, input } = data;
  const controller = new AbortController();
  running.set(id, controller);
  const answer = (response: Response) => postMessage(response);
  try {
    const handler = handlers[task] as Handler<TaskName>;
    const output = await handler(input, { signal: controller.signal, onProgress: (bytes) => answer({ id, bytes }) });
    answer({ id, output });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    answer({ id, error: { name, message } });
  } finally {
    running.delete(id);
  }
});
