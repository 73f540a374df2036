import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// Vite runs the generator's TypeScript: Node 20 cannot do so by itself.
const folder = fileURLToPath(new URL('.', import.meta.url));
const { module } = await runnerImport(`${folder}generator/main.ts`, {
  configFile: false,
  root: folder,
  logLevel: 'error',
});
process.exitCode = await module.main(process.argv.slice(2), folder);
