import { useTranslation } from 'react-i18next';
import type { ComplaintList } from '../../analysis/complaints';
import { useWorkspaceData } from '../../session/hooks';
import { ExportPopover } from '../../ui/ExportPopover';
import { isPersonal, type Wording } from './cell-text';
import { ExportForm } from './ExportForm';
import { exportColumns, exportCsv } from './export-csv';

interface ExportButtonProps {
  readonly list: ComplaintList;
  /** Ids of the shown columns, in their order. */
  readonly shown: readonly string[];
  readonly wording: Wording;
  /** Without ending. */
  readonly fileName: string;
}

/** Exports the whole list, in the columns shown. */
export function ExportButton({ list, shown, wording, fileName }: ExportButtonProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  return (
    <ExportPopover
      label={t('complaints.export')}
      working={t('complaints.exporting', { count: list.rowCount })}
      fileName={`${fileName}.csv`}
    >
      {(start, failure) => (
        <ExportForm
          rows={list.rowCount}
          columns={shown.length}
          people={shown.filter(isPersonal).map(wording.labels.column)}
          failure={failure}
          onExport={(options) =>
            start((signal, onProgress) =>
              exportCsv({
                list,
                columns: exportColumns(shown, options, wording),
                stored: workspace.facts.complaint.stored,
                signal,
                onProgress,
              }),
            )
          }
        />
      )}
    </ExportPopover>
  );
}
