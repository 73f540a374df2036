import type { ParseKeys } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FaultyRow, faultyRowsOf, type Relation } from '../../../analysis/relations';
import { useWorkspaceData } from '../../../session/hooks';
import { Drawer } from '../../../ui/Drawer';
import type { Format } from '../../../ui/format';
import { type Labels, useLabels } from '../../../ui/labels';
import { SqlDrawer } from '../../../ui/SqlDrawer';
import { TextButton } from '../../../ui/TextButton';
import { DataTable } from '../../../ui/table/DataTable';
import type { DataColumn, RowSource } from '../../../ui/table/row-source';
import { useFormat } from '../../../ui/use-format';
import { useFileName } from '../kept/use-file-name';
import classes from './Lists.module.css';
import { useRelationText } from './use-relation-text';

interface RelationDrawerProps {
  readonly relation: Relation;
  readonly onClose: () => void;
}

const ROW = 28;
const HEAD_AND_FOOT = 68;
const MOST_ROWS_HIGH = 20;

/** The rows that a check found, each with its file and record. */
export function RelationDrawer({ relation, onClose }: RelationDrawerProps) {
  const { t, i18n } = useTranslation();
  const { workspace, version } = useWorkspaceData();
  const title = useRelationText()(relation);
  const labels = useLabels();
  const format = useFormat();
  const fileName = useFileName();
  const [reading, setReading] = useState(false);
  const { kind, dataset, count, columns: names } = relation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language, and with nothing else
  const columns = useMemo(
    (): DataColumn<FaultyRow>[] => [
      { id: 'number', header: t('relations.number'), text: ({ number }) => String(number ?? ''), width: 160 },
      ...names.map((name) => ({
        id: name,
        header: i18n.exists(`relationColumn.${name}`) ? t(`relationColumn.${name}` as ParseKeys) : labels.column(name),
        text: (row: FaultyRow) => cellText(name, row[name] ?? null, labels, format),
        width: 140,
      })),
      {
        id: 'source_file',
        header: t('relations.sourceFile'),
        text: (row) => fileName(Number(row.source_file)),
        width: 180,
      },
      {
        id: 'source_row',
        header: t('relations.sourceRow'),
        text: (row) => format.number(Number(row.source_row)),
        width: 90,
      },
    ],
    [i18n.language, kind, dataset],
  );
  const source: RowSource<FaultyRow> = {
    id: `${workspace.name} ${version} ${kind} ${dataset}`,
    rowCount: count,
    getRows: (start, end, signal) => faultyRowsOf(workspace, relation, start, end, signal),
  };
  return (
    <Drawer title={title} onClose={onClose} wide>
      <div className={classes.tools}>
        <TextButton quiet onClick={() => setReading(true)}>
          {t('relations.showSql')}
        </TextButton>
      </div>
      <DataTable
        label={title}
        columns={columns}
        source={source}
        height={HEAD_AND_FOOT + ROW * Math.max(1, Math.min(count, MOST_ROWS_HIGH))}
      />
      {reading && <SqlDrawer sql={[relation.rows]} onClose={() => setReading(false)} />}
    </Drawer>
  );
}

const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d/;

function cellText(name: string, value: string | number | null, labels: Labels, format: Format): string {
  if (value === null) return '';
  if (typeof value === 'number') return format.number(value, Number.isInteger(value) ? 0 : 2);
  return TIME.test(value) ? format.dateTime(value) : labels.value(name, value);
}
