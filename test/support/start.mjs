import { spawn } from 'node:child_process';
import util from 'node:util';
import { ensureBuild } from './build.mjs';
import { ensurePackages, requireNode } from './install.mjs';
import { say } from './run.mjs';
import { HOME_PORT, serve } from './serve.mjs';

/** `npm start`: from a fresh clone to the built application in a browser. */
async function start() {
  requireNode();
  const options = readOptions();
  await ensurePackages();
  await ensureBuild();
  const server = await serve(options).catch((error) => {
    say(`Cannot serve on port ${options.port ?? HOME_PORT}: ${error.message}`);
    process.exit(1);
  });
  say(`Truecause 真因: ${server.url}   (Ctrl-C ends it)`);
  if (options.port === undefined && server.port !== HOME_PORT) {
    say(`Port ${HOME_PORT} is taken. A browser keeps data by address: what was imported there is not shown here.`);
  }
  if (options.open) openBrowser(server.url);
  process.once('SIGINT', async () => {
    await server.close();
    process.exit(0);
  });
}

/** @returns {{ port: number | undefined, open: boolean }} */
function readOptions() {
  const options = { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } };
  try {
    const { values } = util.parseArgs({ options });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) throw new Error('bad port');
    return { port, open: !values['no-open'] };
  } catch {
    say('Usage: npm start -- [--port <number>] [--no-open]');
    process.exit(2);
  }
}

/** Best effort, and never where nobody looks; the address is printed in any case. */
function openBrowser(url) {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  const headless = process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY;
  if (CI || headless) return;
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

await start();
