import { useTranslation } from 'react-i18next';
import type { UndoneImport } from '../../../data/ingest/kept/journal';
import { useFormat } from '../../../ui/use-format';
import { wallClock } from '../../../ui/wall-clock';
import classes from './History.module.css';

/** Imports that were taken back, folded away. */
export function UndoneList({ undone }: { readonly undone: readonly UndoneImport[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className={classes.undone}>
      <summary>{t('history.undoneTitle', { count: undone.length })}</summary>
      <ul>
        {undone.map(({ id, file, dataset, rowsAccepted, at, undoneAt }) => (
          <li key={id}>
            {t('history.undoneLine', {
              file,
              dataset: t(`dataset.${dataset}`),
              rows: rowsAccepted,
              at: format.dateTime(wallClock(at)),
              undoneAt: format.dateTime(wallClock(undoneAt)),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
