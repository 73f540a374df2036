import type { PeriodAmount, Stack, Trends } from '../../analysis/trends';
import { amount } from '../../domain/amount';
import { withFlags } from '../../ui/charts/flags';
import { lines } from '../../ui/charts/lines';
import type { ChartStyle, Plot, TimeStep } from '../../ui/charts/plot';
import { timeBars } from '../../ui/charts/time-bars';
import { type Category, OTHER } from '../../ui/palette';
import type { Reading } from '../../ui/reading';
import { type ChangeGroup, changeFlags } from './change-flags';
import { denominatorLines, type Words } from './words';

/** Values of a stack that keep a colour of their own; the eighth is for the rest. */
const COLOURED = 7;

interface Series {
  readonly key: Category;
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** The measure over time, and on its axis what changed when. */
export function timePlot(
  answer: Trends,
  name: string,
  reading: Reading,
  words: Words,
  style: ChartStyle,
  changes: readonly ChangeGroup[] = [],
): Plot {
  const steps = answer.periods.map(({ period }) => ({ key: period }));
  const plot = measurePlot(answer, name, reading, words, style);
  return withFlags(plot, changeFlags(changes, answer.question.grain, words), steps, style);
}

/** Bars for what adds up, a line for rates; one, or one for each of the largest values of the stack. */
function measurePlot(answer: Trends, name: string, reading: Reading, words: Words, style: ChartStyle): Plot {
  const { periods, stack, question } = answer;
  // Of a stack each part would have an interval of its own, and a list of them is no longer read.
  const told = stack === undefined ? reading : { ...reading, interval: () => undefined };
  const shared = {
    steps: periods.map((period) => stepOf(period, question.grain, told, words)),
    unit: reading.unit,
    format: reading.format,
    style,
  };
  const whole: Series = { key: null, name, values: periods.map(reading.value) };
  const parts = stack === undefined ? [] : partsOf(stack, reading, words);
  if (reading.basis === 'shipped') {
    const total = { ...whole, name: words.t('trends.total'), role: 'context' as const };
    return lines({ ...shared, series: parts.length === 0 ? [whole] : [...parts, total] });
  }
  if (parts.length > 0) {
    const total = addsUp(answer) ? { ...whole, name: words.t('trends.total') } : undefined;
    return timeBars({ ...shared, series: parts, total });
  }
  const mean = meanOf(periods, reading);
  const centre =
    mean === undefined ? undefined : { value: mean, label: words.t('trends.mean', { value: reading.format(mean) }) };
  return timeBars({ ...shared, series: [whole], centre });
}

/** The largest values of a stack, and what is left as one where it adds up. */
export function partsOf({ dimension, series }: Stack, reading: Reading, { labels, t }: Words): Series[] {
  const own = series.length === COLOURED + 1 ? series : series.slice(0, COLOURED);
  const rest = series.slice(own.length);
  const parts = own.map(({ value, amounts }) => ({
    key: value,
    name: labels.value(dimension, value),
    values: amounts.map(reading.value),
  }));
  if (rest.length === 0 || reading.basis === 'shipped') return parts;
  const sums = rest[0]?.amounts.map((_, at) => rest.reduce((sum, { amounts }) => sum + (amounts[at]?.n ?? 0), 0)) ?? [];
  const name = t('common.otherOf', { count: rest.length });
  return [...parts, { key: OTHER, name, values: sums.map((n) => reading.value(amount(n, null))) }];
}

/** Whether each complaint is in one value of the stack only. */
function addsUp({ stack, periods }: Trends): boolean {
  const series = stack?.series ?? [];
  return periods.every(({ n }, at) => series.reduce((sum, { amounts }) => sum + (amounts[at]?.n ?? 0), 0) <= n + 1e-6);
}

function stepOf(period: PeriodAmount, grain: Trends['question']['grain'], reading: Reading, words: Words): TimeStep {
  const { t, format } = words;
  return {
    key: period.period,
    label: format.bucket(grain, period.period),
    provisional: period.provisional,
    detail: [
      ...denominatorLines(period, reading, words),
      ...(period.unjudged > 0 ? [t('trends.unjudged', { count: period.unjudged })] : []),
      ...(period.provisional ? [t('state.provisional')] : []),
    ],
  };
}

/** Mean of the periods whose figures are final. */
function meanOf(periods: readonly PeriodAmount[], reading: Reading): number | undefined {
  const final = periods.filter(({ whole, provisional }) => whole && !provisional);
  if (final.length < 2) return undefined;
  return final.reduce((sum, period) => sum + (reading.value(period) ?? 0), 0) / final.length;
}
