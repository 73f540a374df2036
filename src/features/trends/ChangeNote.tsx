import { useTranslation } from 'react-i18next';
import { TextButton } from '../../ui/TextButton';
import classes from './Changes.module.css';
import { changeLine } from './change-flags';
import type { Changes } from './use-changes';
import { useWords } from './words';

interface ChangeNoteProps {
  readonly changes: Changes;
  /** They are flagged on the axis. */
  readonly flagged: boolean;
  readonly onFlagged: (flagged: boolean) => void;
  /** Opens the list of them, or says how to come by one. */
  readonly onList: () => void;
}

/** Under the axis: how many changes it has, a way to each without a mouse, and on paper, where nobody can point, their texts. */
export function ChangeNote({ changes, flagged, onFlagged, onList }: ChangeNoteProps) {
  const { t } = useTranslation();
  const words = useWords();
  if (changes.kind === 'loading') return <p className={classes.note} aria-busy="true" />;
  if (changes.kind === 'failed')
    return (
      <p role="alert" className={classes.note}>
        ▲ {t('changes.failed')} {changes.why}
        <TextButton quiet onClick={changes.onRetry}>
          {t('common.retry')}
        </TextButton>
      </p>
    );
  if (changes.kind === 'absent')
    return (
      <p className={classes.note}>
        {t('changes.absent')}
        <TextButton quiet onClick={onList}>
          {t('changes.how')}
        </TextButton>
      </p>
    );
  const shown = changes.groups.flatMap(({ entries }) => entries);
  return (
    <>
      <p className={classes.note}>
        {shown.length === 0 ? t('changes.noneHere') : t('changes.here', { count: shown.length })}
        <TextButton quiet onClick={onList}>
          {t('changes.list')}
        </TextButton>
        <label className={classes.choice}>
          <input type="checkbox" checked={flagged} onChange={(event) => onFlagged(event.target.checked)} />
          {t('changes.flag')}
        </label>
      </p>
      {flagged && (
        <ul className={classes.printed}>
          {shown.map((entry) => (
            <li key={entry.id}>{changeLine(entry, words)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
