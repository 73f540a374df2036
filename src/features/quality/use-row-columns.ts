import type { ParseKeys } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundRow } from '../../analysis/quality-rows';
import { personKind } from '../../domain/person-columns';
import { useFileName } from '../../session/use-file-name';
import type { Format } from '../../ui/format';
import { type Labels, useLabels } from '../../ui/labels';
import { maskContact, maskName } from '../../ui/mask';
import type { DataColumn } from '../../ui/table/row-source';
import { useFormat } from '../../ui/use-format';

/** The columns of a finding's rows, and where each row was read; people are masked. */
export function useRowColumns(names: readonly string[]): DataColumn<FoundRow>[] {
  const { t, i18n } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  const fileName = useFileName();
  const own = names.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language, and with nothing else
  return useMemo(() => {
    const header = (name: string) =>
      i18n.exists(`relationColumn.${name}`) ? t(`relationColumn.${name}` as ParseKeys) : labels.column(name);
    return [
      ...names.map(
        (name): DataColumn<FoundRow> => ({
          id: name,
          header: header(name),
          text: (row) => foundText(name, row[name] ?? null, labels, format),
          width: name === 'raw' || name === 'description' ? 420 : 150,
        }),
      ),
      {
        id: 'source_file',
        header: t('relations.sourceFile'),
        text: (row) => (row.source_file === undefined ? '' : fileName(Number(row.source_file))),
        width: 200,
      },
      {
        id: 'source_row',
        header: t('relations.sourceRow'),
        text: (row) => (row.source_row === undefined ? '' : format.number(Number(row.source_row))),
        width: 90,
      },
    ];
  }, [i18n.language, own]);
}

const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d/;

function foundText(name: string, value: string | number | boolean | null, labels: Labels, format: Format): string {
  if (value === null) return '';
  if (typeof value === 'number') return format.number(value, Number.isInteger(value) ? 0 : 2);
  const text = String(value);
  const person = personKind(name);
  if (person !== undefined) return person === 'name' ? maskName(text) : maskContact(text);
  // Most lists give days: a midnight is no hour.
  if (TIME.test(text)) return text.endsWith(' 00:00:00') ? format.date(text) : format.dateTime(text);
  return labels.value(name, text);
}
