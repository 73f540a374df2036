import { useTranslation } from 'react-i18next';
import type { SafetyItem } from '../../analysis/safety';
import type { Standing } from '../../domain/safety-acts';
import { TextButton } from '../../ui/TextButton';
import type { AskedAct } from './ActDialog';
import { isClosed, isOpen } from './item-filter';
import classes from './Safety.module.css';
import { Tick } from './Tick';

interface SelectionBarProps {
  readonly items: readonly SafetyItem[];
  readonly chosen: readonly SafetyItem[];
  readonly standings: ReadonlyMap<string, Standing>;
  readonly onSelect: (keys: readonly string[]) => void;
  readonly onAct: (kind: AskedAct['kind']) => void;
}

/** Over the list: the keys, or what can be done with the selected items. */
export function SelectionBar({ items, chosen, standings, onSelect, onAct }: SelectionBarProps) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  const every = chosen.length === items.length;
  const anyOpen = chosen.some((item) => isOpen(item, standings));
  const anyClosed = chosen.some(({ key }) => isClosed(key, standings));
  return (
    <div className={classes.selection}>
      <Tick
        checked={every ? true : chosen.length > 0 ? 'mixed' : false}
        label={t('safety.selectAll', { count: items.length })}
        onToggle={() => onSelect(every ? [] : items.map(({ key }) => key))}
      />
      {chosen.length === 0 ? (
        <span className={classes.dim}>{t('safety.keys')}</span>
      ) : (
        <>
          <span role="status">{t('safety.selected', { count: chosen.length })}</span>
          {anyOpen && <TextButton onClick={() => onAct('close')}>{t('safety.closeSelected')}</TextButton>}
          {anyClosed && <TextButton onClick={() => onAct('reopen')}>{t('safety.reopenSelected')}</TextButton>}
          <TextButton quiet onClick={() => onSelect([])}>
            {t('safety.clearSelection')}
          </TextButton>
        </>
      )}
    </div>
  );
}
