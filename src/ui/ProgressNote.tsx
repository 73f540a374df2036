import { useTranslation } from 'react-i18next';
import classes from './ProgressNote.module.css';
import { TextButton } from './TextButton';
import { useFormat } from './use-format';

export interface Progress {
  readonly bytesDone?: number;
  readonly bytesTotal?: number;
  /** Done so far, 0…1, of what is not counted in bytes. */
  readonly share?: number;
  readonly rows?: number;
  readonly secondsLeft?: number;
}

interface ProgressNoteProps extends Progress {
  /** What is going on, in words. */
  readonly label: string;
  readonly onCancel?: () => void;
}

/** Long work: how far it is, how long it will take, and the way out. Without bytes or share the bar only shows that it runs. */
export function ProgressNote(props: ProgressNoteProps) {
  const { label, bytesDone, bytesTotal, share, rows, secondsLeft, onCancel } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const measured = bytesDone !== undefined && bytesTotal !== undefined && bytesTotal > 0;
  const done = measured ? { value: bytesDone, max: bytesTotal } : share === undefined ? {} : { value: share, max: 1 };
  return (
    <div className={classes.note}>
      <div className={classes.head}>
        <span>{label}</span>
        {onCancel !== undefined && <TextButton onClick={onCancel}>{t('common.cancel')}</TextButton>}
      </div>
      <progress className={classes.bar} aria-label={label} {...done} />
      <p className={classes.facts}>
        {measured && (
          <span>{t('progress.bytes', { done: format.bytes(bytesDone), total: format.bytes(bytesTotal) })}</span>
        )}
        {rows !== undefined && <span>{t('progress.rows', { count: rows })}</span>}
        {secondsLeft !== undefined && <span>{t('progress.left', { time: format.duration(secondsLeft) })}</span>}
      </p>
    </div>
  );
}
