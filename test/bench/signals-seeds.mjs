import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// `node test/bench/signals-seeds.mjs [seeds]`: recall and false alarms of the signals over generated factories; prints a table.
const { module } = await runnerImport(fileURLToPath(new URL('./signals-seeds.ts', import.meta.url)), {
  configFile: false,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  logLevel: 'error',
});
await module.seeds(Number(process.argv[2] ?? 20));
