import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Amount, rateInterval } from '../domain/amount';
import type { Measure } from '../domain/measure';
import { useFormat } from './use-format';

/** How a measure is read off an amount and written. */
export interface Reading {
  readonly basis: Measure['per'];
  /** For axes and headers. */
  readonly unit: string;
  readonly value: (amount: Amount) => number | null;
  /** A value without its unit. */
  readonly format: (value: number | null) => string;
  /** A value with its unit, as it stands in a sentence. */
  readonly text: (value: number | null) => string;
  /** The 95 % interval of a rate, in words; undefined for counts and money, which have none, and where the rate is unknown. */
  readonly interval: (amount: Amount) => string | undefined;
}

/** @param rateKnown false where the rate asked for cannot be given, so that counts stand in for it */
export function useReading({ id, per }: Measure, rateKnown = true): Reading {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` and `format` are those of the language
  return useMemo(() => {
    const basis = rateKnown ? per : 'count';
    const money = id === 'cost';
    const write = (value: number | null) => (basis === 'count' ? format.number(value) : format.rate(value));
    const priced = (value: number | null) => format.money(value, basis === 'count' ? 0 : 2);
    const sentence = money ? (basis === 'count' ? 'money' : 'moneyShipped') : basis;
    return {
      basis,
      unit: money ? (basis === 'count' ? t('unit.money') : t('unit.moneyShipped')) : t(`unit.${basis}`),
      value: (amount) => (basis === 'count' ? amount.n : amount.rate),
      format: write,
      text: (value) => t(`unit.text.${sentence}`, { value: money ? priced(value) : write(value) }),
      interval: (amount) => {
        const bounds = basis === 'count' || money ? undefined : rateInterval(amount);
        return bounds && t('unit.interval', { low: write(bounds[0]), high: write(bounds[1]) });
      },
    };
  }, [id, per, rateKnown, i18n.language]);
}
