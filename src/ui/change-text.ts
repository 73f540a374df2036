import type { TFunction } from 'i18next';
import type { Change, Tendency } from '../domain/change';
import type { Basis } from '../domain/measure';
import type { Grain } from '../domain/period';
import type { State } from './Delta';
import type { Format } from './format';

const STATES: Readonly<Record<Basis, Readonly<Record<Tendency, State>>>> = {
  shipped: { up: 'worse', down: 'better', level: 'common', notEnough: 'notEnough' },
  count: { up: 'more', down: 'fewer', level: 'common', notEnough: 'notEnough' },
};

/** What a change is called. Only a rate gets worse or better: counts move with sales too. */
export function stateOf({ basis, tendency }: Change): State {
  return STATES[basis][tendency];
}

interface ChangeWords {
  readonly t: TFunction;
  readonly format: Format;
}

/** The end of a sentence about a period: ", 14% above the mean of the 12 months before". */
export function changeClause(change: Change, periods: number, grain: Grain, { t, format }: ChangeWords): string {
  const byRate = change.basis === 'shipped';
  const before = byRate
    ? t(`grain.beforeRate.${grain}`, { count: periods })
    : t(`grain.before.${grain}`, { count: periods });
  if (change.tendency === 'level') return t('change.level', { before });
  if (change.tendency === 'notEnough') return t('change.notEnough', { before });
  if (change.share === null) return t('change.fromNothing');
  const words = { before, share: format.percent(Math.abs(change.share), 0) };
  if (change.tendency === 'up') return byRate ? t('change.higher', words) : t('change.more', words);
  return byRate ? t('change.lower', words) : t('change.fewer', words);
}

/** A change in few signs: "+14%", or how many more where there was nothing before. */
export function changeFigure({ share, excess }: Change, format: Format): string {
  const size = share === null ? format.number(Math.abs(excess)) : format.percent(Math.abs(share), 0);
  const isNothing = !/[1-9]/.test(size);
  return (isNothing ? '±' : excess > 0 ? '+' : '−') + size;
}
