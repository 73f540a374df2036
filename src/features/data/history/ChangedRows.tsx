import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../../data/ingest/kept/journal';
import { MOST_DESCRIBED } from '../../../data/ingest/load/compare';
import { useAnswer, useWorkspaceData } from '../../../session/hooks';
import { downloadCsv } from '../../../ui/csv';
import { ErrorNote } from '../../../ui/ErrorNote';
import { useLabels } from '../../../ui/labels';
import { Select } from '../../../ui/Select';
import { TextButton } from '../../../ui/TextButton';
import { DataTable } from '../../../ui/table/DataTable';
import type { DataColumn, RowSource } from '../../../ui/table/row-source';
import { useFormat } from '../../../ui/use-format';
import { type ChangeLine, changeLines, linesOf } from './changes';
import classes from './History.module.css';

const ALL = 'all';
const LACKING = 'vanished';
const ROW = 28;
const HEAD_AND_FOOT = 68;
const MOST_ROWS_HIGH = 16;

/** What an import changed, line by line: old and new, by column, to be opened and exported. */
export function ChangedRows({ entry }: { readonly entry: JournalEntry }) {
  const { t } = useTranslation();
  const { workspace, version } = useWorkspaceData();
  const labels = useLabels();
  const format = useFormat();
  const [choice, setChoice] = useState(ALL);
  const { id, plan, revision = 0, difference } = entry;
  const { dataset } = plan;
  const { data, error, isPlaceholderData } = useAnswer('import-changes', { id, revision }, () =>
    workspace.changesOf(id),
  );
  const separator = t('common.listSeparator');
  const lines = useMemo(
    () => (data === undefined || isPlaceholderData ? [] : changeLines(data, { dataset, labels, format, separator })),
    [data, isPlaceholderData, dataset, labels, format, separator],
  );
  const columns = useColumns(dataset === 'complaint');
  if (error !== null) return <ErrorNote what={t('history.loadFailed')} why={error.message} />;
  const shown = linesOf(lines, choice === ALL ? undefined : choice === LACKING ? null : choice.slice(1));
  const source: RowSource<ChangeLine> = {
    id: `${workspace.name} ${version} ${id} ${choice} ${lines.length}`,
    rowCount: shown.length,
    getRows: async (start, end) => shown.slice(start, end),
  };
  const options = [
    { value: ALL, label: t('history.allColumns') },
    ...Object.keys(difference?.fields ?? {}).map((name) => ({ value: `.${name}`, label: labels.column(name) })),
    ...(lines.some(({ column }) => column === null) ? [{ value: LACKING, label: t('history.kindVanished') }] : []),
  ];
  const save = () => {
    const header = columns.map((column) => column.header);
    downloadCsv(`${plan.name}-changes.csv`, { header, rows: shown.map((row) => columns.map(({ text }) => text(row))) });
  };
  const described = (difference?.changed ?? 0) + (difference?.vanished ?? 0);
  return (
    <>
      <h3 className={classes.section}>{t('history.changes')}</h3>
      <div className={classes.tools}>
        <Select label={t('history.column')} value={choice} options={options} onChange={setChoice} outlined />
        <TextButton disabled={shown.length === 0} onClick={save}>
          {t('history.download')}
        </TextButton>
      </div>
      {described > MOST_DESCRIBED && (
        <p className={classes.quiet}>{t('history.changesLimit', { limit: MOST_DESCRIBED })}</p>
      )}
      <DataTable
        label={t('history.changes')}
        columns={columns}
        source={source}
        height={HEAD_AND_FOOT + ROW * Math.max(1, Math.min(shown.length, MOST_ROWS_HIGH))}
      />
    </>
  );
}

function useColumns(opens: boolean): DataColumn<ChangeLine>[] {
  const { t, i18n } = useTranslation();
  const labels = useLabels();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language, and with nothing else
  return useMemo(
    () => [
      {
        id: 'key',
        header: t('history.key'),
        text: ({ key }) => key,
        ...(opens && { render: ({ key }: ChangeLine) => <ComplaintLink number={key} /> }),
        key: true,
        width: 140,
      },
      {
        id: 'column',
        header: t('history.column'),
        text: ({ column }) => (column === null ? t('history.kindVanished') : labels.column(column)),
        width: 120,
      },
      { id: 'before', header: t('history.before'), text: ({ before }) => before, width: 250 },
      { id: 'after', header: t('history.after'), text: ({ after }) => after, width: 200 },
    ],
    [i18n.language, opens],
  );
}

/** A number that leads to its complaint. */
function ComplaintLink({ number }: { readonly number: string }) {
  const { t } = useTranslation();
  if (number === '') return null;
  return (
    <Link
      to="/complaints"
      search={(before) => ({ w: before.w, all: '1' as const, row: number })}
      title={t('history.openRow')}
    >
      {number}
    </Link>
  );
}
