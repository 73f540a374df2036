import type { Phase, SeriesAnswer, SeriesChart, SeriesPoint, Unit, Violation } from '../../../analysis/series/types';
import { FEWEST_OF_PHASE, type RuleId } from '../../../domain/control';
import type { Words } from '../words';
import type { ControlReading } from './reading';

/** Units whose values move with sales, so that they are called more and fewer, not worse and better. */
const OF_SALES: readonly Unit[] = ['count', 'money'];

/** What a pattern is, in words. */
function patternText({ side, rule, length }: Violation, { t }: Words): string {
  // Each rule has words for the sides that it knows.
  return t(`control.code.violation.${side ?? 'either'}.${rule}` as 'control.code.violation.above.2', { count: length });
}

/** The state that a pattern speaks of. */
export function stateOf(
  { worse }: Violation,
  { unit }: Pick<SeriesChart, 'unit'>,
): 'worse' | 'better' | 'more' | 'fewer' | undefined {
  if (worse === null) return undefined;
  if (OF_SALES.includes(unit)) return worse ? 'more' : 'fewer';
  return worse ? 'worse' : 'better';
}

/** When a pattern was, and what it is. */
export function violationText(violation: Violation, reading: ControlReading, words: Words): string {
  const [first, last] = violation.points.map(reading.name);
  const period = first === last ? first : words.t('control.span', { from: first, to: last });
  return words.t('control.at', { period, what: patternText(violation, words) });
}

/** What the table says of a point. */
export function verdictText(chart: SeriesChart, point: SeriesPoint, words: Words): string {
  const { t } = words;
  const found = point.violations.flatMap((at) => chart.violations[at] ?? []);
  if (found.length > 0) {
    const state = found.map((one) => stateOf(one, chart)).find((one) => one !== undefined);
    const patterns = [...new Set(found.map((one) => patternText(one, words)))].join(t('common.listSeparator'));
    return state === undefined ? patterns : `${t(`state.${state}`)}${t('changes.separator')}${patterns}`;
  }
  const { verdict } = point;
  switch (verdict) {
    case 'violation':
    case 'inControl':
      return t('control.code.verdict.inControl');
    case 'noLimits':
      return t('control.code.verdict.noLimits');
    default:
      return t(`control.code.flag.${verdict}`);
  }
}

/** Lines of a tooltip below the value. */
export function pointLines(chart: SeriesChart, point: SeriesPoint, reading: ControlReading, words: Words): string[] {
  const { t, format } = words;
  const { n, size, interval, center, upper, lower, completeness } = point;
  const { unit } = chart;
  const counted =
    unit === 'moneyPerThousand'
      ? t('control.money', { value: format.money(n) })
      : unit === 'money' || unit === 'count' || unit === 'unitsBetween' || unit === 'daysBetween'
        ? undefined
        : t('control.complaints', { count: n });
  const divisor =
    size === null
      ? undefined
      : unit === 'share'
        ? t('control.of', { count: size })
        : unit === 'perThousand' || unit === 'moneyPerThousand'
          ? t('trends.shipped', { count: size })
          : undefined;
  const limits = {
    center: reading.limit(center),
    upper: reading.limit(upper),
    lower: reading.limit(lower),
  };
  return [
    counted,
    divisor,
    interval === null
      ? undefined
      : t('unit.interval', { low: reading.limit(interval[0]), high: reading.limit(interval[1]) }),
    center === null
      ? undefined
      : lower !== null
        ? t('control.limits', limits)
        : upper !== null
          ? t('control.limitsUp', limits)
          : t('control.onlyCenter', limits),
    completeness === undefined ? undefined : t('control.reported', { share: format.percent(completeness, 0) }),
    verdictText(chart, point, words),
  ].filter((line) => line !== undefined);
}

/** Why this kind of chart. */
export function reasonText({ choice }: SeriesChart, { t, format, labels }: Words): string {
  const { why, refused } = choice;
  const number = (value: number) => format.number(value, 2);
  const reason = t(`control.code.why.${why.code}`, {
    ...('sigmaZ' in why && { sigmaZ: number(why.sigmaZ) }),
    ...('limit' in why && { limit: format.number(why.limit, Number.isInteger(why.limit) ? 0 : 1) }),
    ...('perPeriod' in why && { perPeriod: number(why.perPeriod) }),
    ...('periods' in why && { periods: why.periods, withExposure: why.withExposure }),
  });
  return [
    refused !== undefined && t('control.refused', { chart: t(`control.code.chart.${refused}`) }),
    reason,
    why.code === 'exposureUnknown' &&
      t(`noRate.${why.noRate.reason}`, { field: 'field' in why.noRate ? labels.column(why.noRate.field) : undefined }),
    why.code === 'countsAsked' && why.ratesPossible && t('control.ratesPossible'),
  ]
    .filter((sentence) => sentence !== false)
    .join(t('common.sentenceSeparator'));
}

/** Which phases have no limits, and why. */
export function noLimitsTexts({ phases }: SeriesChart, reading: ControlReading, { t }: Words): string[] {
  return phases.flatMap((phase) => {
    const { limits } = phase;
    if (limits.known) return [];
    const { why } = limits;
    const because = t(
      `control.code.noLimits.${why.code}`,
      why.code === 'tooFewPoints' ? { found: why.found, needed: why.needed } : {},
    );
    return [
      phases.length === 1
        ? t('control.noLimits', { because })
        : t('control.phaseNoLimits', { from: beginOf(phase, reading), because }),
    ];
  });
}

/** Rules as a list of their numbers. */
export function rulesText(rules: readonly RuleId[], { t }: Words): string {
  return rules.length === 0 ? t('control.rulesNone') : rules.join(t('common.listSeparator'));
}

/** Sentences of the footnote that a control chart alone needs: method, baselines, rules. */
export function methodNotes(
  { question }: SeriesAnswer,
  chart: SeriesChart,
  reading: ControlReading,
  words: Words,
): string[] {
  const { t, format } = words;
  const { choice, phases, undated } = chart;
  const wide = phases.some(({ limits }) => limits.known && limits.sigmaZ !== null);
  return [
    t(`control.code.method.${choice.chart}`),
    ...phases.flatMap((phase) => baselineNotes(phase, phases.length > 1, reading, words)),
    ...(phases.some(({ limits }) => limits.known && limits.method === 'noEventsBefore')
      ? [t('control.code.limits.noEventsBefore')]
      : []),
    ...(phases.some(({ baseline }) => baseline.short && baseline.points > 0) ? [t('control.short')] : []),
    ...(wide && choice.sigmaZ !== null ? [t('control.sigmaZ', { value: format.number(choice.sigmaZ, 2) })] : []),
    t('control.usedRules', { rules: rulesText(question.rules, words) }),
    ...(undated > 0 ? [t('control.undated', { count: undated })] : []),
  ];
}

function baselineNotes(phase: Phase, several: boolean, reading: ControlReading, { t }: Words): string[] {
  const { from, until, points, how } = phase.baseline;
  if (from === null || until === null) return [];
  if (how === 'carriedOn') return [t('control.carriedOn', { from: beginOf(phase, reading), count: FEWEST_OF_PHASE })];
  const [first, last] = reading.days(from, until);
  const baseline = t('control.usedBaseline', { from: first, to: last, count: points });
  return [several ? t('control.usedPhase', { from: beginOf(phase, reading), baseline }) : baseline];
}

/** Where a phase begins, as its first point is called; a phase without points by its day. */
function beginOf({ from, points }: Phase, reading: ControlReading): string {
  return points === null ? from : reading.name(points[0]);
}
