import { useTranslation } from 'react-i18next';
import type { KeptRow } from '../../../analysis/rejects';
import { useAnswer, useWorkspaceData } from '../../../session/hooks';
import { Drawer } from '../../../ui/Drawer';
import { ErrorNote } from '../../../ui/ErrorNote';
import classes from './KeptSection.module.css';
import { useFileName } from './use-file-name';

interface KeptRowDrawerProps {
  readonly row: KeptRow;
  /** Its reason, or the column, in words. */
  readonly kind: string;
  readonly onClose: () => void;
}

/** One row in full: why it was kept aside, and the record as its file has it. */
export function KeptRowDrawer({ row, kind, onClose }: KeptRowDrawerProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const fileName = useFileName();
  const { sourceFile, record } = row;
  const answer = useAnswer('source-record', { sourceFile, record }, () => workspace.sourceRecord(sourceFile, record));
  const found = answer.isPlaceholderData ? undefined : answer.data;
  const whole = found?.raw ?? row.raw;
  const line = found?.line ?? row.line;
  return (
    <Drawer title={t('kept.fullText', { file: fileName(sourceFile), record })} onClose={onClose} wide>
      <p>{kind}</p>
      {line !== null && <p>{t('kept.place', { line })}</p>}
      {row.raw !== whole && <p>{t('kept.cell', { raw: row.raw })}</p>}
      {found === null ? <ErrorNote what={t('kept.gone')} why={row.raw} /> : <pre className={classes.raw}>{whole}</pre>}
    </Drawer>
  );
}
