import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportJob } from '../../session/hooks';
import { TextButton } from '../../ui/TextButton';
import type { OfflineCopy } from '../offline-copy';
import classes from './UpdateNote.module.css';

interface UpdateNoteProps {
  readonly copy: Pick<OfflineCopy, 'getState' | 'subscribe' | 'update'>;
}

/** Says that a newer version is there, in a corner, and leaves it to people when to take it: never during an import. */
export function UpdateNote({ copy }: UpdateNoteProps) {
  const { t } = useTranslation();
  const state = useSyncExternalStore(copy.subscribe, copy.getState);
  const [job, { kind }] = useImportJob();
  const [later, setLater] = useState(false);
  const shown = state !== 'none' && !later;
  // A reload would lose what is under review, too.
  const importing = job.busy || kind === 'review';
  return (
    <div role="status" className={classes.place}>
      {shown && (
        <div className={classes.note}>
          <p className={classes.title}>{t('shell.updateReady')}</p>
          <p className={classes.hint}>
            {importing
              ? t('shell.updateAfterImport')
              : state === 'elsewhere'
                ? t('shell.updateElsewhere')
                : t('shell.updateHint')}
          </p>
          <div className={classes.actions}>
            <TextButton quiet onClick={() => setLater(true)}>
              {t('shell.updateLater')}
            </TextButton>
            <TextButton strong disabled={importing || state === 'loading'} onClick={() => void copy.update()}>
              {t('shell.updateReload')}
            </TextButton>
          </div>
        </div>
      )}
    </div>
  );
}
