import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceData } from '../../../session/hooks';
import { copyText } from '../../../ui/clipboard';
import { TextButton } from '../../../ui/TextButton';
import classes from './ComplaintDrawer.module.css';

interface SourceLineProps {
  /** Number of the import. */
  readonly sourceFile: number;
  /** Number of the record in its file, from 1. */
  readonly record: number;
}

/** The record as it stands in its file: what everything above was read from. */
export function SourceLine({ sourceFile, record }: SourceLineProps) {
  const { t } = useTranslation();
  const { workspace, version } = useWorkspaceData();
  const file = workspace.journal.find(({ id }) => id === sourceFile)?.plan.name ?? '';
  const { data, isPending } = useQuery({
    queryKey: [workspace.name, version, 'source record', sourceFile, record],
    queryFn: () => workspace.sourceRecord(sourceFile, record),
  });
  return (
    <section aria-label={t('complaints.source')}>
      <h3 className={classes.heading}>{t('complaints.source')}</h3>
      {data ? (
        <>
          <p className={classes.place}>
            <span>{t('complaints.sourcePlace', { file, line: data.line })}</span>
            <CopyButton key={data.raw} text={data.raw} />
          </p>
          <pre className={classes.raw}>{data.raw}</pre>
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
