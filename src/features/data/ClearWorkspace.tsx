import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportJob, useWorkspaceData } from '../../session/hooks';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { TextButton } from '../../ui/TextButton';

/** Deletes every row and file of the open workspace, after asking. */
export function ClearWorkspace() {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const [job] = useImportJob();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const rows = Object.values(workspace.facts).reduce((sum, facts) => sum + facts.rows, 0);
  const clear = () => {
    job.dismiss();
    workspace.clear().then(
      () => setFailure(undefined),
      (error) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      {failure !== undefined && (
        <span role="alert">
          ▲ {t('storage.clearFailed')} {failure}
        </span>
      )}
      <TextButton disabled={workspace.journal.length === 0 || job.busy} onClick={() => setAsking(true)}>
        {t('storage.clear')}
      </TextButton>
      {asking && (
        <ConfirmDialog
          title={t('storage.clearTitle', { workspace: t(`workspace.${workspace.name}`) })}
          confirm={t('storage.clearConfirm')}
          onConfirm={clear}
          onClose={() => setAsking(false)}
        >
          {t('storage.clearLoss', { rows, files: workspace.journal.length })}
        </ConfirmDialog>
      )}
    </>
  );
}
