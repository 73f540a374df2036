import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AgeAxis, ReliabilityAnswer } from '../../analysis/reliability/types';
import type { MeasureId } from '../../domain/measure';
import type { Scope } from '../../domain/scope';
import { useFootnote } from '../../session/footnote';
import type { Format } from '../../ui/format';
import { type Labels, useLabels } from '../../ui/labels';
import { predicateText } from '../../ui/scope-text';
import { useFormat } from '../../ui/use-format';

/** What puts ages, rates and intervals into the page's language. */
export interface AgeWords {
  readonly t: TFunction;
  readonly format: Format;
  readonly labels: Labels;
}

export function useAgeWords(): AgeWords {
  const { t } = useTranslation();
  return { t, format: useFormat(), labels: useLabels() };
}

/** "after 6 months in service", by what ages are counted from. */
export function agedText(axis: AgeAxis, months: number, { t }: AgeWords): string {
  return t(`reliability.word.aged.${axis}`, { count: months });
}

/** A 95 % interval in words; a bound that is unknown or without end is said to be so. */
export function intervalText(
  [low, high]: readonly [number, number | null],
  write: (value: number) => string,
  { t }: Pick<AgeWords, 't'>,
): string {
  if (high === null || !Number.isFinite(high)) return t('reliability.intervalOpen', { low: write(low) });
  return t('unit.interval', { low: write(low), high: write(high) });
}

/** A p value; what is smaller than is written is said to be so. */
export function chanceText(p: number | null, format: Format): string {
  return p !== null && p < LEAST_CHANCE ? `<${format.number(LEAST_CHANCE, 3)}` : format.number(p, 3);
}

const LEAST_CHANCE = 0.001;

/** A scope as people say it. */
export function scopeName(scope: Scope, { t, labels }: AgeWords): string {
  if (scope.length === 0) return t('scope.everything');
  return scope.map((predicate) => predicateText(predicate, { t, labels })).join(t('common.listSeparator'));
}

/** Claims are counted, never money. */
export function countedAs(measure: MeasureId): MeasureId {
  return measure === 'cost' ? 'reported' : measure;
}

/** Writes the note under a figure: how it was computed, from when ages count, of which units, until when. */
export function useAgeFootnote({ question, population }: ReliabilityAnswer): (...method: string[]) => string {
  const { t } = useTranslation();
  const footnote = useFootnote();
  return (...method) =>
    footnote({
      measure: countedAs(question.measure),
      basis: 'count',
      unjudged: 0,
      asOf: population.asOf,
      notes: [
        ...method,
        t(`reliability.word.from.${population.axis}`),
        t(`reliability.word.population.${population.kind}`),
      ],
    });
}
