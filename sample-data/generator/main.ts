import { generate } from './generate';
import { type Options, optionsFrom, USAGE } from './options';

/**
 * The command line: writes a sample and says what was written.
 * @param folder where the committed files are
 * @returns exit code
 */
export async function main(args: readonly string[], folder: string): Promise<number> {
  let options: Options;
  try {
    options = optionsFrom(args, folder);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  const { files } = await generate(options);
  for (const { name, records, rejected, bytes } of files)
    process.stdout.write(`${name}: ${records} records, ${rejected} to be rejected, ${(bytes / 1e6).toFixed(2)} MB\n`);
  process.stdout.write(`in ${options.out}\n`);
  return 0;
}
