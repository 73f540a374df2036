import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undoEffect } from '../../../analysis/imports';
import type { JournalEntry } from '../../../data/ingest/kept/journal';
import { useAnswer, useImportJob, useWorkspaceData } from '../../../session/hooks';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { TextButton } from '../../../ui/TextButton';

interface UndoImportProps {
  readonly entry: JournalEntry;
  readonly onUndo?: () => void;
  readonly quiet?: boolean;
}

/** Takes an import back, after saying what that does. */
export function UndoImport({ entry, onUndo, quiet = false }: UndoImportProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const [job] = useImportJob();
  const [asking, setAsking] = useState(false);
  const undo = () => {
    onUndo?.();
    void job.undo(workspace, entry.id);
  };
  return (
    <>
      <TextButton quiet={quiet} disabled={job.busy} onClick={() => setAsking(true)}>
        {t('history.undo')}
      </TextButton>
      {asking && (
        <ConfirmDialog
          title={t('history.undoTitle', { file: entry.plan.name })}
          confirm={t('history.undoConfirm')}
          onConfirm={undo}
          onClose={() => setAsking(false)}
        >
          <Effect entry={entry} />
        </ConfirmDialog>
      )}
    </>
  );
}

/** What would change, looked up while the question stands. */
function Effect({ entry }: Pick<UndoImportProps, 'entry'>) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const { data, error } = useAnswer('undo-effect', entry.id, (source, _, signal) =>
    undoEffect(source, workspace.journal, entry, signal),
  );
  if (error !== null) return <p role="alert">▲ {error.message}</p>;
  if (data === undefined) return <p>{t('history.looking')}</p>;
  return (
    <>
      <p>{t('history.undoRows', { count: data.rows })}</p>
      {data.replaced > 0 && <p>{t('history.undoReplaced', { count: data.replaced })}</p>}
      {data.later.length > 0 && <p>{t('history.undoLater', { files: data.later.join(t('common.listSeparator')) })}</p>}
      <p>{t('history.undoCopy')}</p>
    </>
  );
}
