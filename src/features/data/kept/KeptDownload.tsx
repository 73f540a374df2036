import { useTranslation } from 'react-i18next';
import type { KeptList } from '../../../analysis/rejects';
import type { KeptFilter } from '../../../data/queries/rejects';
import { useFileName } from '../../../session/use-file-name';
import { CsvDownload } from '../../../ui/CsvDownload';
import type { Kinds } from './kinds';

interface KeptDownloadProps {
  readonly name: string;
  readonly list: KeptList;
  readonly filter: KeptFilter;
  readonly count: number;
  readonly kinds: Kinds;
}

/** The shown rows as CSV; they may have to be read from their files again. */
export function KeptDownload({ name, list, filter, count, kinds }: KeptDownloadProps) {
  const { t } = useTranslation();
  const fileName = useFileName();
  return (
    <CsvDownload
      label={t('kept.download')}
      working={t('kept.downloading')}
      failed={t('kept.downloadFailed')}
      fileName={`${name}.csv`}
      header={[t('kept.ofFile'), t('kept.record'), t('kept.line'), kinds.header, t('kept.raw')]}
      rowCount={count}
      read={async (first, end, signal) => {
        const rows = await list.rows(filter, first, end, signal);
        return rows.map((row) => [fileName(row.sourceFile), row.record, row.line, kinds.nameOf(row.kind), row.raw]);
      }}
    />
  );
}
