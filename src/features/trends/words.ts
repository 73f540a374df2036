import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Amount } from '../../domain/amount';
import type { MeasureId } from '../../domain/measure';
import type { Format } from '../../ui/format';
import { type Labels, useLabels } from '../../ui/labels';
import type { Reading } from '../../ui/reading';
import { useFormat } from '../../ui/use-format';

/** Everything that puts numbers and codes into the page's language. */
export interface Words {
  readonly t: TFunction;
  readonly format: Format;
  readonly labels: Labels;
}

/** The words of the page's language; the same object until the language changes, so that plots can be memoised on it. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  // biome-ignore lint/correctness/useExhaustiveDependencies: all three are functions of the language
  return useMemo(() => ({ t, labels, format }), [i18n.language]);
}

/** Lines of a tooltip about an amount: units shipped and the interval of the rate, where they are known. */
export function denominatorLines(amount: Amount, reading: Reading, { t }: Words): string[] {
  const { units } = amount;
  return [units === null ? undefined : t('trends.shipped', { count: units }), reading.interval(amount)].filter(
    (line) => line !== undefined,
  );
}

/** Column headers of a measure's amounts in tables. */
export function amountHeaders(measure: MeasureId, { t }: Words): { readonly n: string; readonly rate: string } {
  return measure === 'cost'
    ? { n: t('unit.money'), rate: t('unit.moneyShipped') }
    : { n: t('unit.count'), rate: t('unit.shipped') };
}
