import { type Random, streams } from '#sample-data/generator/random';
import type { Encoding } from '../../../src/data/ingest/plan';
import { columnOf, DATASETS, type Dataset, SCHEMAS } from '../../../src/domain/columns';
import { encode } from '../encode';
import { EXTRA_WRITER, KEY_WRITERS, WRITERS } from './cells';
import { type Decoration, decorations } from './decorations';
import { soil } from './dirt';
import { type Field, fieldsOf, TONGUES, type Tongue } from './headers';
import { anyTime, kept, TIME_STYLES, timeStyles } from './times';

/** What the import must make of a cell: text, ISO time, code, number, or nothing; undefined = not compared. */
export type Meaning = string | number | null | undefined;

/** One line of a table: what is written, and what it means. */
export interface Line {
  readonly cells: string[];
  readonly meanings: readonly Meaning[];
  /** Why it is no usable record. */
  readonly reject?: string;
}

/** A made-up export with the truth about it. */
export interface StrangeFile {
  readonly seed: number;
  readonly file: File;
  readonly dataset: Dataset;
  /** What is unusual about it. */
  readonly traits: readonly string[];
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Physical line of the header, from 1. */
  readonly headerLine: number;
  readonly header: readonly string[];
  /** Canonical columns that a person would accept, of each column. */
  readonly targets: readonly (readonly string[])[];
  /** Every line below the header that holds something. */
  readonly records: readonly Pick<Line, 'meanings' | 'reject'>[];
}

const ENCODINGS: Readonly<Record<Tongue, readonly [Encoding, mark: boolean][]>> = {
  zh: [
    ['utf-8', false],
    ['utf-8', true],
    ['gb18030', false],
    ['gb18030', false],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
  ],
  tw: [
    ['utf-8', false],
    ['utf-8', true],
    ['big5', false],
    ['big5', false],
    ['utf-16le', true],
  ],
  en: [
    ['utf-8', false],
    ['utf-8', true],
    ['windows-1252', false],
    ['utf-16le', true],
    ['utf-16be', false],
  ],
  short: [
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
  ],
};
/** Each as often as files have it. */
const DELIMITERS = [...',,,,,,,,\t\t\t\t;;;;||^~'];
const PLACEHOLDERS = ['', '', '-', '/', 'N/A', 'NULL', '--'];
const MISSING = 0.06;

/** The export that a number stands for: always the same one. */
export function strangeFile(seed: number): StrangeFile {
  const at = streams(seed, 'strange export');
  const random = at(0);
  // Complaints are what people have first of all.
  const dataset = seed % 3 === 0 ? 'complaint' : (DATASETS[seed % DATASETS.length] ?? 'complaint');
  const tongue = random.pick(TONGUES);
  const [encoding, mark] = random.pick(ENCODINGS[tongue]);
  const fields = shuffled(
    random,
    fieldsOf(dataset).filter(({ share }) => random.chance(share)),
    0.3,
  );
  const decoration = random.pick(decorations(tongue));
  const header = fields.map((field, place) => headerOf(random, field, tongue, decoration, place));
  const lines = linesOf(at(1), dataset, tongue, fields, 24 + random.below(60));
  const delimiter = random.pick(DELIMITERS);
  const dirty = soil(at(2), { dataset, tongue, encoding, delimiter, fields, header, lines });
  const bytes = encode(writable(dirty.text, encoding), encoding, mark);
  return {
    seed,
    file: new File([bytes], `strange-${seed}.csv`),
    dataset,
    traits: [tongue, `${encoding}${mark ? '+bom' : ''}`, JSON.stringify(delimiter), decoration.name, ...dirty.traits],
    encoding,
    delimiter,
    headerLine: dirty.headerLine,
    header,
    targets: fields.map(({ targets }) => targets),
    records: dirty.records,
  };
}

function headerOf(
  random: Random,
  { names, targets }: Field,
  tongue: Tongue,
  decoration: Decoration,
  place: number,
): string {
  const name = random.pick(names[tongue]);
  return decoration.dress({ name, english: random.pick(names.en), place, kind: targets[0] ?? '' });
}

function linesOf(random: Random, dataset: Dataset, tongue: Tongue, fields: readonly Field[], count: number): Line[] {
  const house = random.below(6);
  const styles = timeStyles(random, tongue);
  const placeholder = random.pick(PLACEHOLDERS);
  const writers = fields.map(({ targets: [target] }) => {
    const column = columnOf(dataset, target ?? '');
    // Most houses write all times alike; one column in five has a way of its own.
    const own = random.chance(0.2) ? timeStyles(random, tongue) : styles;
    return (row: number): [string, Meaning] => {
      if (column?.kind === 'time') {
        const time = anyTime(random);
        const style = random.pick(own);
        return [TIME_STYLES[style]?.write(time) ?? '', kept(time, style)];
      }
      const ofKey = target === SCHEMAS[dataset].key ? KEY_WRITERS[target ?? ''] : undefined;
      const { text, meaning } = (ofKey ?? WRITERS[target ?? ''] ?? EXTRA_WRITER)(random, row, tongue, house);
      return [text, meaning ?? text];
    };
  });
  const optional = fields.map(({ targets: [target] }) => {
    const column = columnOf(dataset, target ?? '');
    const { key, time } = SCHEMAS[dataset];
    return column !== undefined && !column.required && target !== key && target !== time && target !== 'parent';
  });
  return Array.from({ length: count }, (_, row) => {
    const made = writers.map((write, at): [string, Meaning] => {
      if (!optional[at] || !random.chance(MISSING)) return write(row);
      const kind = columnOf(dataset, fields[at]?.targets[0] ?? '')?.kind;
      return [kind === 'text' ? '' : placeholder, null];
    });
    return {
      cells: made.map(([text]) => text),
      meanings: made.map(([, meaning]) => (meaning === '' ? null : meaning)),
    };
  });
}

/** Older Chinese encodings lack a few signs; their systems write these for them. */
function writable(text: string, encoding: Encoding): string {
  return encoding === 'gb18030' || encoding === 'big5'
    ? text.replaceAll('\u00a0', '\u3000').replaceAll('¥', '￥')
    : text;
}

/** The items, some of them in other places. */
function shuffled<T>(random: Random, items: readonly T[], share: number): T[] {
  const moved = [...items];
  for (let at = moved.length - 1; at > 0; at--)
    if (random.chance(share)) {
      const other = random.below(at + 1);
      [moved[at], moved[other]] = [moved[other] as T, moved[at] as T];
    }
  return moved;
}
