/**
 * Starts a worker from a blob that loads `url` (relative to the page): a worker loaded from a URL does not inherit the
 * page's content security policy and could send data elsewhere, one started from a blob does inherit it.
 * `classic` for scripts that call `importScripts`, `module` for our own workers.
 */
export function startWorker(url: string, { type, name }: { type: WorkerType; name: string }): Worker {
  const absolute = JSON.stringify(new URL(url, document.baseURI).href);
  const source = type === 'classic' ? `importScripts(${absolute});` : `import ${absolute};`;
  const blobUrl = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(blobUrl, { type, name });
  const revoke = () => URL.revokeObjectURL(blobUrl);
  worker.addEventListener('message', revoke, { once: true });
  worker.addEventListener('error', revoke, { once: true });
  return worker;
}
