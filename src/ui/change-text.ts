import type { TFunction } from 'i18next';
import type { Change, Tendency } from '../domain/change';
import type { Grain } from '../domain/period';
import type { State } from './Delta';
import type { Format } from './format';

/** More complaints are worse. */
export const STATE_OF: Readonly<Record<Tendency, State>> = {
  up: 'worse',
  down: 'better',
  level: 'common',
  notEnough: 'notEnough',
};

interface ChangeWords {
  readonly t: TFunction;
  readonly format: Format;
}

/** The end of a sentence about a period: ", 14% more than in the 12 months before it on average". */
export function changeClause(change: Change, periods: number, grain: Grain, { t, format }: ChangeWords): string {
  const before = t(`grain.before.${grain}`, { count: periods });
  if (change.tendency === 'level') return t('change.level', { before });
  if (change.tendency === 'notEnough') return t('change.notEnough', { before });
  const more = change.tendency === 'up';
  const share = change.share === null ? undefined : format.percent(Math.abs(change.share), 0);
  if (share === undefined) return t('change.fromNothing', { before });
  return more ? t('change.more', { before, share }) : t('change.fewer', { before, share });
}

/** A change in few signs: "+14%", or how many more where there was nothing before. */
export function changeFigure({ share, excess }: Change, format: Format): string {
  const sign = excess > 0 ? '+' : excess < 0 ? '−' : '±';
  return sign + (share === null ? format.number(Math.abs(excess)) : format.percent(Math.abs(share), 0));
}
