import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRow } from '../../../analysis/complaints';
import { useWorkspaceData } from '../../../session/hooks';
import { copyText } from '../../../ui/clipboard';
import { TextButton } from '../../../ui/TextButton';
import { maskedLine } from '../masked-line';
import classes from './ComplaintDrawer.module.css';

interface SourceLineProps {
  readonly row: ComplaintRow;
  /** Names and contacts in full. */
  readonly revealed: boolean;
}

/** The record as it stands in its file: what everything above was read from, masked as it is above. */
export function SourceLine({ row, revealed }: SourceLineProps) {
  const { t } = useTranslation();
  const { workspace, version } = useWorkspaceData();
  const sourceFile = Number(row.source_file);
  const record = Number(row.source_row);
  const file = workspace.journal.find(({ id }) => id === sourceFile)?.plan.name ?? '';
  const { data, isPending } = useQuery({
    queryKey: [workspace.name, version, 'source record', sourceFile, record],
    queryFn: () => workspace.sourceRecord(sourceFile, record),
  });
  const raw = data && (revealed ? data.raw : maskedLine(data.raw, row, workspace.facts.complaint.stored));
  return (
    <section aria-label={t('complaints.source')}>
      <h3 className={classes.heading}>{t('complaints.source')}</h3>
      {data && raw ? (
        <>
          <p className={classes.place}>
            <span>{t('complaints.sourcePlace', { file, line: data.line })}</span>
            <CopyButton key={raw} text={raw} />
          </p>
          <pre className={classes.raw}>{raw}</pre>
        </>
      ) : (
        <p className={classes.dim}>{isPending ? t('common.loading') : t('complaints.sourceGone', { file })}</p>
      )}
    </section>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  const copy = () =>
    copyText(() => text).then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    );
  return <TextButton onClick={() => void copy()}>{t(`common.${outcome}`)}</TextButton>;
}
