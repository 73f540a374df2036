import { useTranslation } from 'react-i18next';
import type { Finding } from '../../analysis/quality-finding';
import type { FoundList } from '../../analysis/quality-rows';
import { CsvDownload } from '../../ui/CsvDownload';
import { useRowColumns } from './use-row-columns';

interface ExportRowsProps {
  readonly list: FoundList;
  readonly finding: Finding;
}

/** All rows of a finding as a CSV file, as they are shown: people masked. */
export function ExportRows({ list, finding }: ExportRowsProps) {
  const { t } = useTranslation();
  const columns = useRowColumns(list.columns);
  return (
    <CsvDownload
      label={t('quality.drawer.export')}
      working={t('quality.drawer.exporting')}
      failed={t('quality.drawer.exportFailed')}
      fileName={`${finding.kind}-${finding.dataset}.csv`}
      header={columns.map(({ header }) => header)}
      rowCount={list.rowCount}
      read={async (first, end, signal) =>
        (await list.rows(first, end, signal)).map((row) => columns.map(({ text }) => text(row)))
      }
    />
  );
}
