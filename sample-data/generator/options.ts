import { resolve } from 'node:path';
import { isStory, STORY_IDS, type StoryId } from './stories/ids';

export type FileEncoding = 'utf-8' | 'gb18030';

export interface Options {
  readonly seed: number;
  /** Tickets to expect; the count itself is random, about half a percent above. */
  readonly rows: number;
  readonly out: string;
  readonly stories: ReadonlySet<StoryId>;
  readonly dirt: boolean;
  /** One `complaints.csv` instead of an export for each period. */
  readonly singleFile: boolean;
  /** Complaints, with seventeen columns and about 180 bytes a row instead of all, and shipments; no other register. */
  readonly lean: boolean;
  /** Encoding of every file; undefined leaves each export its own. */
  readonly encoding: FileEncoding | undefined;
}

export const COMMITTED_ROWS = 20_000;
export const MAX_ROWS = 10_000_000;

/** What the committed files were made with. */
export const COMMITTED: Omit<Options, 'out'> = {
  seed: 20240101,
  rows: COMMITTED_ROWS,
  stories: new Set(STORY_IDS),
  dirt: true,
  singleFile: false,
  lean: false,
  encoding: undefined,
};

export const USAGE = `node sample-data/generate.mjs [options]
  --seed N            another history of the same factory
  --rows N            tickets, up to ${MAX_ROWS}
  --out DIR           default: sample-data when no other option is given, else sample-data/out
  --without a,c,i     leave out stories; "dirt" leaves out damaged rows and relations
  --single-file       one complaints.csv
  --lean              complaints and shipments only; seventeen columns of complaints, about 180 bytes a row
  --encoding NAME     utf-8 or gb18030 for every file
`;

/** Reads the command line; throws an Error that names what it does not understand. */
export function optionsFrom(args: readonly string[], folder: string): Options {
  let options: Omit<Options, 'out'> = COMMITTED;
  let out: string | undefined;
  const rest = [...args];
  const valueAfter = (name: string) => {
    const value = rest.shift();
    if (value === undefined) throw new Error(`${name} needs a value`);
    return value;
  };
  while (rest.length > 0) {
    const name = rest.shift() as string;
    if (name === '--seed') options = { ...options, seed: whole(name, valueAfter(name), 0xffffffff) };
    else if (name === '--rows') options = { ...options, rows: whole(name, valueAfter(name), MAX_ROWS) };
    else if (name === '--without') options = { ...options, ...without(valueAfter(name)) };
    else if (name === '--single-file') options = { ...options, singleFile: true };
    else if (name === '--lean') options = { ...options, lean: true };
    else if (name === '--encoding') options = { ...options, encoding: encodingOf(valueAfter(name)) };
    else if (name === '--out') out = resolve(valueAfter(name));
    else throw new Error(`unknown option ${name}`);
  }
  return { ...options, out: out ?? (options === COMMITTED ? folder : resolve(folder, 'out')) };
}

function whole(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > max) throw new Error(`${name} takes 1 to ${max}, not ${text}`);
  return value;
}

function encodingOf(text: string): FileEncoding {
  if (text !== 'utf-8' && text !== 'gb18030') throw new Error(`--encoding takes utf-8 or gb18030, not ${text}`);
  return text;
}

function without(list: string): Pick<Options, 'stories' | 'dirt'> {
  const left = new Set(list.split(','));
  for (const name of left) if (name !== 'dirt' && !isStory(name)) throw new Error(`--without does not know ${name}`);
  return { stories: new Set(STORY_IDS.filter((id) => !left.has(id))), dirt: !left.has('dirt') };
}
