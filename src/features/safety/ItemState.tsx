import { useTranslation } from 'react-i18next';
import { reasonsOf, type SafetyItem } from '../../analysis/safety';
import type { Standing } from '../../domain/safety-acts';
import classes from './Safety.module.css';
import { useSafetyWords } from './use-safety-words';

/** Open, closed and why, or only denied: colour, shape and word. */
export function ItemState({ item, standing }: { readonly item: SafetyItem; readonly standing: Standing | undefined }) {
  const { t } = useTranslation();
  const { kinds, closing } = useSafetyWords();
  const closed = standing?.closed;
  if (closed !== undefined)
    return (
      <span title={closing(closed)} className={classes.dim}>
        <span aria-hidden="true">●</span> {t('safety.closed')}
        <span className={classes.as}>{kinds[closed.reason]}</span>
      </span>
    );
  if (reasonsOf(item).length === 0)
    return (
      <span className={classes.dim}>
        <span aria-hidden="true">○</span> {t('safety.denied')}
      </span>
    );
  return (
    <span className={classes.alarm}>
      <span aria-hidden="true">◆</span> {t('safety.open')}
    </span>
  );
}
