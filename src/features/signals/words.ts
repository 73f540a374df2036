import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MissingDimension, ModeField, Signal, SliceDimension, Why } from '../../analysis/signals/types';
import type { Format } from '../../ui/format';
import { type Labels, useLabels } from '../../ui/labels';
import { useFormat } from '../../ui/use-format';

/** p and q below it are not written out. */
const TINY = 0.0001;
const WEEK = /^(\d{4})-W(\d{2})$/;

/** Puts signals into the page's language. */
export interface SignalWords {
  readonly t: TFunction;
  readonly format: Format;
  readonly labels: Labels;
  /** `Line × Shift`. */
  readonly dimension: (dimension: SliceDimension) => string;
  /** `3号线 夜班`. */
  readonly slice: (dimension: SliceDimension, values: readonly string[]) => string;
  readonly mode: (mode: string | null, field: ModeField) => string;
  /** What stands out, how much, and since when: the sentence that the slice's name begins. */
  readonly clause: (signal: Signal) => string;
  readonly why: (why: Why) => string;
  readonly missing: (missing: Omit<MissingDimension, 'dimension'>) => string;
  readonly ratio: (ratio: number | null) => string;
  readonly chance: (p: number) => string;
  /** A count that may be a share of a batch. */
  readonly count: (n: number) => string;
}

/** The words of the page's language; the same object until the language changes. */
export function useSignalWords(): SignalWords {
  const { t, i18n } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  // biome-ignore lint/correctness/useExhaustiveDependencies: all three are functions of the language
  return useMemo(() => makeWords(t, labels, format), [i18n.language]);
}

function makeWords(t: TFunction, labels: Labels, format: Format): SignalWords {
  const ratio = (value: number | null) =>
    value === null ? '∞' : format.number(value, value >= 99.95 ? 0 : value >= 0.05 || value === 0 ? 1 : 2);
  const count = (n: number) =>
    n >= 9.95 || Number.isInteger(n) ? format.number(n) : format.number(n, n < 0.095 ? 2 : 1);
  const value = (attribute: string, text: string) => {
    const [, year, week] = attribute === 'build_week' ? (WEEK.exec(text) ?? []) : [];
    return year === undefined ? labels.value(attribute, text) : t('signals.weekOf', { year, week });
  };
  return {
    t,
    format,
    labels,
    ratio,
    count,
    chance: (p) => (p < TINY ? `< ${format.number(TINY, 4)}` : format.number(p, 4)),
    dimension: (dimension) =>
      dimension.length === 0
        ? t('signals.whole')
        : dimension.map((name) => (name === 'build_week' ? t('signals.buildWeek') : labels.column(name))).join(' × '),
    slice: (dimension, values) =>
      values.length === 0
        ? t('signals.whole')
        : values.map((text, at) => value(dimension[at] ?? '', text)).join(t('signals.join')),
    mode: (mode, field) => (field === null || mode === null ? t('signals.allComplaints') : labels.value(field, mode)),
    clause: (signal) => {
      const { basis, low, high, n, expected, firstAlarm } = signal;
      const against = t(`signals.coded.against.${basis}`);
      const numbers = { against, ratio: ratio(signal.ratio), low: ratio(low), high: ratio(high) };
      const much =
        signal.ratio === null
          ? t(`signals.coded.none.${basis}`, { low: ratio(low) })
          : high === null
            ? t('signals.timesAtLeast', numbers)
            : t('signals.times', numbers);
      const since =
        firstAlarm === null ? t('signals.seenNow') : t('signals.seenFrom', { month: format.month(firstAlarm) });
      return [much, t('signals.excess', { excess: count(Math.max(0, n - expected)) }), since].join(t('signals.clause'));
    },
    why: (why) => {
      const percent = (share: number) => format.percent(share, share < 0.1 ? 1 : 0);
      switch (why.code) {
        case 'moreThanRest':
          return t('signals.moreThanRest', {
            exposureShare: percent(why.exposureShare),
            claimShare: percent(why.claimShare),
          });
        case 'overRepresented':
          return t('signals.overRepresented', { share: percent(why.share), usualShare: percent(why.usualShare) });
        case 'moreThanBefore':
          return t('signals.moreThanBefore', { since: format.month(why.since), count: why.months });
      }
    },
    missing: ({ reason, dataset, field }) =>
      t(`signals.coded.missing.${reason}`, {
        dataset: dataset === undefined ? '' : t(`datasets.name.${dataset}`),
        field: field === undefined ? '' : labels.column(field),
      }),
  };
}
