import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintList, ComplaintRow, ListRequest } from '../../analysis/complaints';
import { complaintKey } from '../../data/queries/complaint-lookup';
import { useWorkspaceData } from '../../session/hooks';
import { DataTable } from '../../ui/table/DataTable';
import type { RowSource } from '../../ui/table/row-source';
import type { ColumnLayout } from '../../ui/table/use-columns';
import { useSort } from '../../ui/view/view-state';
import { ColumnFilter } from './ColumnFilter';
import type { Wording } from './cell-text';
import { columnsToRead, listColumns, tableColumns } from './complaint-columns';
import { useSpreads } from './use-spreads';

interface ComplaintTableProps {
  readonly list: ComplaintList & { readonly request: ListRequest };
  readonly label: string;
  readonly height: number;
  readonly wording: Wording;
  /** Names and contacts in full. */
  readonly revealed: boolean;
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  /** Where the complaint stands that is open in the drawer. */
  readonly openPosition: number | undefined;
  /** Told the key of the complaint. */
  readonly onOpen: (key: string) => void;
}

/** The list as a table: sorted, filtered and arranged from its headers. */
export function ComplaintTable(props: ComplaintTableProps) {
  const { list, label, height, wording, revealed, layout, onLayout, openPosition, onOpen } = props;
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const facts = workspace.facts.complaint;
  const [sort, setSort] = useSort();
  const { scope, listed } = list.request;
  const columns = useMemo(() => tableColumns(listColumns(facts), wording, revealed), [facts, wording, revealed]);
  const source = useMemo(
    () => rowSource(list, columnsToRead(layout.shown, facts.stored)),
    [list, layout.shown, facts.stored],
  );
  const spreads = useSpreads(list.id, { columns: [...layout.shown].sort(), scope, listed }, wording);
  return (
    <DataTable
      label={label}
      columns={columns}
      source={source}
      height={height}
      sort={sort}
      onSort={setSort}
      onOpenRow={(row) => onOpen(complaintKey(row))}
      openRow={openPosition}
      layout={layout}
      onLayout={onLayout}
      spreads={spreads}
      exportName={t('complaints.export')}
      headerTool={({ id }) => <ColumnFilter column={id} listed={listed} />}
    />
  );
}

function rowSource(list: ComplaintList, columns: readonly string[]): RowSource<ComplaintRow> {
  return {
    id: `${list.id} ${[...columns].sort().join()}`,
    rowCount: list.rowCount,
    getRows: (start, end, signal) => list.rows(start, end, columns, signal),
  };
}
