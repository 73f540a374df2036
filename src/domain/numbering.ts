import type { Dataset } from './columns';

/** Numbers that are given out one after another; each of them is a series of its own. */
export const SERIES = [
  { dataset: 'complaint', column: 'complaint_no' },
  { dataset: 'batch', column: 'work_order' },
  { dataset: 'returned_item', column: 'return_no' },
] as const satisfies readonly { readonly dataset: Dataset; readonly column: string }[];
export type Series = (typeof SERIES)[number];

/** Names a series where people say that a file is the complete register. */
export function seriesId({ dataset, column }: Series): string {
  return `${dataset}.${column}`;
}

/** How the time is written inside a number, with the same in strftime's words. */
const PERIODS = {
  YYYYMMDD: { digits: '20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])', strftime: '%Y%m%d' },
  YYYYMM: { digits: '20\\d{2}(?:0[1-9]|1[0-2])', strftime: '%Y%m' },
  YYMMDD: { digits: '\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])', strftime: '%y%m%d' },
  YYMM: { digits: '\\d{2}(?:0[1-9]|1[0-2])', strftime: '%y%m' },
  YYYY: { digits: '20\\d{2}', strftime: '%Y' },
} as const;
export type NumberPeriod = keyof typeof PERIODS;

/** How the numbers of a series are made: a head of letters, a period, a running number of three or more digits. */
export interface NumberPattern {
  readonly period: NumberPeriod;
  /** With the groups head, period, separator and running number; the same to JavaScript and to the engine. */
  readonly expression: string;
  readonly strftime: string;
}

/** Share of a file's numbers from which they count as made by the pattern. */
const PATTERN_SHARE = 0.8;

/** Whether so many of a file's numbers are made by the pattern that the others are worth a look. */
export function isNumbered(fitting: number, of: number): boolean {
  return of > 0 && fitting >= of * PATTERN_SHARE;
}

function patternOf(period: NumberPeriod): NumberPattern {
  const { digits, strftime } = PERIODS[period];
  return { period, strftime, expression: `^([A-Za-z]{0,8}[-_/]?)(${digits})([-_/]?)(\\d{3,})$` };
}

/** The period of a day as a number writes it. @param day ISO */
export function periodOfDay(period: NumberPeriod, day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return period.replace('YYYY', year).replace('YY', year.slice(2)).replace('MM', month).replace('DD', date);
}

/** Whether the running number begins again each day. */
export function countsDays(period: NumberPeriod): boolean {
  return period.endsWith('DD');
}

/**
 * The pattern of numbers with the days they were given out; undefined where they have none. The period must be the row's own in most of
 * them: any eight digits look like a date.
 */
export function numberPattern(
  samples: readonly { readonly number: string; readonly day: string | null }[],
): NumberPattern | undefined {
  for (const period of Object.keys(PERIODS) as NumberPeriod[]) {
    const pattern = patternOf(period);
    const expression = new RegExp(pattern.expression);
    const found = samples.flatMap(({ number, day }) => {
      const part = expression.exec(number)?.[2];
      return part === undefined ? [] : [{ part, day }];
    });
    const dated = found.filter(({ day }) => day !== null);
    const agreeing = dated.filter(({ part, day }) => part === periodOfDay(period, day ?? ''));
    if (isNumbered(found.length, samples.length) && isNumbered(agreeing.length, dated.length)) return pattern;
  }
  return undefined;
}

/**
 * Whether the running number begins at 1 in each run (the numbers of one head and period), and does not go on from the run before.
 * @param firsts the first number of each run
 */
export function beginsAnew(firsts: readonly number[]): boolean {
  return firsts.filter((first) => first <= 3).length * 2 >= firsts.length;
}

/** A run that reaches further has a number that is mistyped: what is missing from it says nothing. */
export const LONGEST_RUN = 1_000_000;
