import { ROOT } from './run.mjs';

/**
 * Where `npm start` serves. The port is part of the address to which a browser ties stored data,
 * so it stays the same from one start to the next, and is not Vite's own, which other projects share.
 */
export const HOME_PORT = 4390;

/**
 * Serves `dist` on this machine only. Without a port: the first free one from `HOME_PORT` on.
 *
 * @param {{ port?: number }} [options] a port that must be free, else this throws; 0 for any free one
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ port } = {}) {
  const { preview } = await import('vite');
  const server = await preview({
    root: ROOT,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: port ?? HOME_PORT, strictPort: port !== undefined },
  });
  const address = server.httpServer.address();
  return { url: `http://127.0.0.1:${address.port}/`, port: address.port, close: () => server.close() };
}
