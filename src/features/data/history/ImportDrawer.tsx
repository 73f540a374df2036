import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../../data/ingest/kept/journal';
import { useImportJob, useWorkspaceData } from '../../../session/hooks';
import { Drawer } from '../../../ui/Drawer';
import { TextButton } from '../../../ui/TextButton';
import { ProblemList } from '../ProblemList';
import { ChangedRows } from './ChangedRows';
import { DifferenceText } from './DifferenceText';
import { FieldCounts } from './FieldCounts';
import classes from './History.module.css';
import { ReadAs } from './ReadAs';
import { UndoImport } from './UndoImport';
import { UnlistedRejects } from './UnlistedRejects';

interface ImportDrawerProps {
  readonly entry: JournalEntry;
  readonly onClose: () => void;
}

/** One import: what it changed, row by row, and the ways to put it right. */
export function ImportDrawer({ entry, onClose }: ImportDrawerProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const [job] = useImportJob();
  const { difference, described = 0, report, plan } = entry;
  const reread = () => {
    onClose();
    void job.reopen(workspace, entry);
  };
  const replacePeriod = () => {
    onClose();
    void job.reopen(workspace, { ...entry, plan: { ...plan, replaces: 'period' } });
  };
  return (
    <Drawer title={t('history.detail', { file: plan.name })} onClose={onClose} wide>
      <div className={classes.actions}>
        <UndoImport entry={entry} onUndo={onClose} />
        <TextButton disabled={job.busy} onClick={reread} title={t('history.rereadHint')}>
          {t('history.reread')}
        </TextButton>
        {difference?.by === 'content' && plan.replaces === undefined && difference.vanished > 0 && (
          <TextButton disabled={job.busy} onClick={replacePeriod} title={t('history.rereadHint')}>
            {t('history.period')}
          </TextButton>
        )}
      </div>
      <ReadAs plan={plan} />
      <DifferenceText entry={entry} />
      <ProblemList problems={report.problems} />
      <UnlistedRejects entry={entry} />
      {difference !== undefined && Object.keys(difference.fields).length > 0 && (
        <FieldCounts fields={difference.fields} />
      )}
      {described > 0 && <ChangedRows entry={entry} />}
    </Drawer>
  );
}
