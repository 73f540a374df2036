import { z } from 'zod';
import { DATASETS } from '../../domain/columns';
import { MOST_EXPRESSION } from '../../domain/expression-syntax';
import type { DecisionKind } from '../decisions';
import type { LearnedWords } from '../ingest/meaning/learned-words';
import { ENCODINGS } from '../ingest/plan';
import type { Profile } from '../ingest/survey/profile';

export const MOST_PROFILES = 500;
export const LONGEST_NAME = 200;
const MOST_COLUMNS = 1100;
export const MOST_WORDS = 5000;
/** Headers of real files run to hundreds of characters when titles are merged into them; values told are words, not prose. */
const LONGEST_TEXT = 2000;

const name = z.string().check(z.minLength(1), z.maxLength(LONGEST_NAME));
const text = z.string().check(z.maxLength(LONGEST_TEXT));
const moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/));

const told = z.object({
  sheet: z.union([text, z.number()]).optional(),
  table: z.int().check(z.gte(0)).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.string().check(z.minLength(1), z.maxLength(2)).optional(),
  headerRow: z.int().check(z.gte(0), z.lte(100_000)).optional(),
  mapping: z.record(text, z.nullable(text)).optional(),
  dateOrder: z.enum(['ymd', 'mdy', 'dmy']).optional(),
  events: z.boolean().optional(),
  values: z.record(text, z.record(text, name)).optional(),
  computed: z
    .array(z.object({ name, expression: z.string().check(z.maxLength(MOST_EXPRESSION)) }))
    .check(z.maxLength(100))
    .optional(),
});

export const profileSchema: z.ZodType<Profile> = z.object({
  id: z.string().check(z.regex(/^[\w-]{1,40}$/)),
  name,
  dataset: z.enum(DATASETS),
  columns: z.array(text).check(z.maxLength(MOST_COLUMNS)),
  headerless: z.boolean(),
  told,
  madeAt: moment,
  usedAt: moment,
});

export const wordsSchema: z.ZodType<LearnedWords> = z.record(
  z.string().check(z.regex(/^[a-z_]{1,60}$/)),
  z.array(z.object({ value: text, code: z.string().check(z.regex(/^[a-z_]{1,60}$/)) })).check(z.maxLength(MOST_WORDS)),
);

/** How files of each source are to be read. */
export const PROFILES: DecisionKind<readonly Profile[]> = {
  name: 'import-profiles',
  schema: z.array(profileSchema).check(z.maxLength(MOST_PROFILES)),
  initial: [],
};

/** What words of files mean. */
export const WORDS: DecisionKind<LearnedWords> = {
  name: 'value-words',
  schema: wordsSchema,
  initial: {},
};
