import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { rejectedRows, unreadCells } from '../../../analysis/rejects';
import type { RejectReason } from '../../../data/ingest/plan';
import { useAnswer, useWorkspaceData } from '../../../session/hooks';
import { useLabels } from '../../../ui/labels';
import { KeptSection } from './KeptSection';
import classes from './KeptSection.module.css';

interface KeptRowsProps {
  /** Number of the file in the journal that is looked at; undefined = all. */
  readonly file: number | undefined;
  readonly onFile: (file: number | undefined) => void;
}

/** Everything of the files that is not in the tables: rejected rows and unread cells. */
export function KeptRows({ file, onFile }: KeptRowsProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { workspace, version } = useWorkspaceData();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list is of one version of the data
  const rejected = useMemo(() => rejectedRows(workspace), [workspace, version]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const cells = useMemo(() => unreadCells(workspace), [workspace, version]);
  const rejectCounts = useAnswer('rejects', null, (_, __, signal) => rejected.counts(signal));
  const cellCounts = useAnswer('unread-cells', null, (_, __, signal) => cells.counts(signal));
  return (
    <div className={classes.sections}>
      <KeptSection
        name="rejected-rows"
        title={(count) => t('kept.rejectedTitle', { count })}
        list={rejected}
        counts={rejectCounts.data ?? []}
        kinds={{
          header: t('kept.reason'),
          all: t('kept.allReasons'),
          nameOf: (reason) => t(`reject.${reason as RejectReason}`),
        }}
        withLines
        file={file}
        onFile={onFile}
      />
      <KeptSection
        name="unread-cells"
        title={(count) => t('kept.cellsTitle', { count })}
        list={cells}
        counts={cellCounts.data ?? []}
        kinds={{ header: t('kept.column'), all: t('kept.allColumns'), nameOf: labels.column }}
        file={file}
        onFile={onFile}
      />
    </div>
  );
}
