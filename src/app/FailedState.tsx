import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpeningWay } from '../session/session';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNote } from '../ui/ErrorNote';
import { TextButton } from '../ui/TextButton';
import type { WorkspaceId } from '../ui/view/view-search';

interface FailedStateProps {
  readonly message: string;
  /** Imported files whose copies are gone. */
  readonly missing?: readonly string[];
  readonly workspace: WorkspaceId;
  readonly onOpen: (way?: OpeningWay) => void;
}

/** The workspace did not open: try again, make it again from the imported files, or give it up. */
export function FailedState({ message, missing = [], workspace, onOpen }: FailedStateProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const name = t(`workspace.${workspace}`);
  return (
    <>
      <ErrorNote
        what={t('start.failed', { workspace: name })}
        why={
          missing.length === 0 ? message : t('start.missingFiles', { files: missing.join(t('common.listSeparator')) })
        }
        todo={missing.length === 0 ? t('start.failedHint') : t('start.missingHint')}
        onRetry={() => onOpen()}
        action={
          <>
            {missing.length === 0 ? (
              <TextButton onClick={() => onOpen({ from: 'raw' })}>{t('start.rebuild')}</TextButton>
            ) : (
              <TextButton onClick={() => onOpen({ from: 'rest' })}>{t('start.withoutMissing')}</TextButton>
            )}
            <TextButton quiet onClick={() => setAsking(true)}>
              {t('start.startOver')}
            </TextButton>
          </>
        }
      />
      {asking && (
        <ConfirmDialog
          title={t('start.startOverTitle', { workspace: name })}
          confirm={t('start.startOverConfirm')}
          onConfirm={() => onOpen({ from: 'nothing' })}
          onClose={() => setAsking(false)}
        >
          {t('start.startOverLoss')}
        </ConfirmDialog>
      )}
    </>
  );
}
