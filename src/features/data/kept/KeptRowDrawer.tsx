import { useTranslation } from 'react-i18next';
import type { KeptRow } from '../../../analysis/rejects';
import { useAnswer, useWorkspaceData } from '../../../session/hooks';
import { useFileName } from '../../../session/use-file-name';
import { Drawer } from '../../../ui/Drawer';
import { ErrorNote } from '../../../ui/ErrorNote';
import { CorrectRecord } from '../history/CorrectRecord';
import classes from './KeptSection.module.css';

interface KeptRowDrawerProps {
  readonly row: KeptRow;
  /** Its reason, or the column, in words. */
  readonly kind: string;
  /** It is a record that did not come in, and may be put right. */
  readonly rejected: boolean;
  readonly onClose: () => void;
}

/** One row in full: why it was kept aside, and the record as its file has it. */
export function KeptRowDrawer({ row, kind, rejected, onClose }: KeptRowDrawerProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const fileName = useFileName();
  const { sourceFile, record } = row;
  const answer = useAnswer('source-record', { sourceFile, record }, () => workspace.sourceRecord(sourceFile, record));
  const found = answer.isPlaceholderData ? undefined : answer.data;
  const entry = workspace.journal.find(({ id }) => id === sourceFile);
  const whole = found?.raw ?? row.raw;
  const line = found?.line ?? row.line;
  return (
    <Drawer title={t('kept.fullText', { file: fileName(sourceFile), record })} onClose={onClose} wide>
      <p>{kind}</p>
      {line !== null && <p>{t('kept.place', { line })}</p>}
      {row.raw !== whole && <p>{t('kept.cell', { raw: row.raw })}</p>}
      {found === null ? <ErrorNote what={t('kept.gone')} why={row.raw} /> : <pre className={classes.raw}>{whole}</pre>}
      {rejected && found && entry !== undefined && entry.plan.events === undefined && (
        <CorrectRecord key={`${sourceFile} ${record}`} entry={entry} record={record} cells={found.cells} />
      )}
    </Drawer>
  );
}
