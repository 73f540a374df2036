import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface Host {
  /** Address of what it serves, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** A host that any page may ask for anything and that remembers who did. */
export interface Listener extends Host {
  /** Paths in the order in which they were asked for, web sockets included. */
  readonly asked: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves the built page below `/some/folder/` and sends no policy: the poorest host that it must be safe on.
 * `stripped` takes the policy out of the page too, to show that a test notices; `cached: false` forbids the browser's own
 * cache to keep anything.
 */
export function startPlainHost(folder: string, { stripped = false, cached = true } = {}): Promise<Host> {
  const base = '/some/folder/';
  return start(base, (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, normalize(path.slice(base.length) || 'index.html'));
    const found = path.startsWith(base) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!found) return response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      ...(cached ? {} : { 'Cache-Control': 'no-store' }),
    });
    return stripped && file.endsWith('.html')
      ? response.end(readFileSync(file, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
      : createReadStream(file).pipe(response);
  });
}

/** Starts a `Listener`. It allows every origin, so that nothing but the asking page's own policy can stop a request. */
export async function startListener(): Promise<Listener> {
  const asked: string[] = [];
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Expose-Headers': '*',
    'Content-Type': 'text/html',
  };
  const host = await start(
    '/',
    (request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, headers).end('<!doctype html><title>Listener</title>');
    },
    (server) =>
      server.on('upgrade', (request, socket) => {
        asked.push(request.url ?? '');
        socket.destroy();
      }),
  );
  return { ...host, asked };
}

async function start(base: string, answer: RequestListener, prepare?: (server: Server) => void): Promise<Host> {
  const server = createServer(answer);
  prepare?.(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
