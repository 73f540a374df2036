import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countOf, type KeptList, type KeptRow } from '../../../analysis/rejects';
import type { KeptCount } from '../../../data/queries/rejects';
import { useWorkspaceData } from '../../../session/hooks';
import { useFileName } from '../../../session/use-file-name';
import { DataTable } from '../../../ui/table/DataTable';
import type { DataColumn, RowSource } from '../../../ui/table/row-source';
import { useFormat } from '../../../ui/use-format';
import panel from '../Data.module.css';
import { KeptDownload } from './KeptDownload';
import { FileFilter, KindFilter } from './KeptFilters';
import { KeptRowDrawer } from './KeptRowDrawer';
import classes from './KeptSection.module.css';
import type { Kinds } from './kinds';

interface KeptSectionProps {
  /** Of the sort, for files and keys. */
  readonly name: string;
  readonly title: (count: number) => string;
  readonly list: KeptList;
  readonly counts: readonly KeptCount[];
  readonly kinds: Kinds;
  /** The line of each row is known before anyone looks. */
  readonly withLines?: boolean;
  readonly file: number | undefined;
  readonly onFile: (file: number | undefined) => void;
}

const MOST_ROWS_HIGH = 12;
const ROW = 28;
const HEAD_AND_FOOT = 68;

/** Rows of one sort: filtered by file and kind, read in full on opening, downloaded. Nothing while there are none. */
export function KeptSection({ name, title, list, counts, kinds, withLines = false, file, onFile }: KeptSectionProps) {
  const { workspace, version } = useWorkspaceData();
  const [kind, setKind] = useState<string | undefined>(undefined);
  const [open, setOpen] = useState<KeptRow | undefined>(undefined);
  const columns = useColumns(kinds, withLines);
  const chosen = counts.some((count) => count.kind === kind) ? kind : undefined;
  const filter = { file, kind: chosen };
  const count = countOf(counts, filter);
  const source: RowSource<KeptRow> = {
    id: `${workspace.name} ${version} ${name} ${JSON.stringify(filter)}`,
    rowCount: count,
    getRows: (start, end, signal) => list.rows(filter, start, end, signal),
  };
  if (counts.length === 0) return null;
  return (
    <section className={panel.panel}>
      <div className={panel.heading}>
        <h2>{title(count)}</h2>
        <div className={panel.facts}>
          <FileFilter counts={counts} file={file} onFile={onFile} />
          <KindFilter counts={counts} file={file} kinds={kinds} kind={chosen} onKind={setKind} />
          <KeptDownload name={name} list={list} filter={filter} count={count} kinds={kinds} />
        </div>
      </div>
      <div className={classes.table}>
        <DataTable
          label={title(count)}
          columns={columns}
          source={source}
          height={HEAD_AND_FOOT + ROW * Math.max(1, Math.min(count, MOST_ROWS_HIGH))}
          onOpenRow={setOpen}
        />
      </div>
      {open !== undefined && (
        <KeptRowDrawer
          row={open}
          kind={kinds.nameOf(open.kind)}
          rejected={withLines}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

function useColumns(kinds: Kinds, withLines: boolean): DataColumn<KeptRow>[] {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const fileName = useFileName();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language, and with nothing else
  return useMemo(
    () => [
      { id: 'file', header: t('kept.ofFile'), text: (row) => fileName(row.sourceFile), width: 220 },
      { id: 'record', header: t('kept.record'), text: (row) => format.number(row.record), width: 90 },
      ...(withLines
        ? [{ id: 'line', header: t('kept.line'), text: (row: KeptRow) => format.number(row.line), width: 90 }]
        : []),
      { id: 'kind', header: kinds.header, text: (row) => kinds.nameOf(row.kind), width: 280 },
      { id: 'raw', header: t('kept.raw'), text: (row) => row.raw, width: 760, grows: true },
    ],
    [i18n.language, kinds.header],
  );
}
