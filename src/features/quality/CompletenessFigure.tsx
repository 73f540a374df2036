import { useTranslation } from 'react-i18next';
import type { DatasetQuality } from '../../analysis/quality';
import type { Completeness, Fill } from '../../analysis/quality-look';
import { type Dataset, SCHEMAS } from '../../domain/columns';
import { useFileName } from '../../session/use-file-name';
import type { TableText } from '../../ui/csv';
import { Figure } from '../../ui/Figure';
import { Select } from '../../ui/Select';
import { Sparkbars } from '../../ui/Sparkbars';
import { useFormat } from '../../ui/use-format';
import classes from './Quality.module.css';
import { shareText } from './share-text';
import { useColumnName } from './use-column-name';

interface CompletenessFigureProps {
  readonly datasets: readonly DatasetQuality[];
  /** The list looked at; the first one unless chosen. */
  readonly dataset: Dataset | undefined;
  readonly onDataset: (dataset: Dataset) => void;
}

/** Months and imports drawn at most. */
const MONTHS = 24;

/** How well each column of a list is filled, over all, by import and by month. */
export function CompletenessFigure({ datasets, dataset, onDataset }: CompletenessFigureProps) {
  const { t } = useTranslation();
  const nameOf = useColumnName();
  const format = useFormat();
  const shown = datasets.find((one) => one.dataset === dataset) ?? datasets[0];
  if (shown === undefined) return null;
  const { dataset: of, columns, sql } = shown;
  const full = columns.filter(({ filled, of: rows }) => filled === rows).length;
  const timed = columns.some(({ byMonth }) => byMonth.length > 0);
  const months = Math.min(MONTHS, Math.max(...columns.map(({ byMonth }) => byMonth.length), 0));
  const table = (): TableText => ({
    header: [t('quality.columns.head.column'), t('quality.columns.head.share'), t('quality.columns.head.blank')],
    rows: columns.map(({ column, filled, of: rows }) => [
      nameOf(of, column),
      format.percent(ratio({ filled, of: rows }), 2),
      rows - filled,
    ]),
  });
  return (
    <Figure
      title={t('quality.columns.title', { dataset: t(`datasets.name.${of}`), full, count: columns.length })}
      state={{ kind: 'ready' }}
      height={0}
      footnote={
        timed
          ? t('quality.columns.footnote', { time: nameOf(of, SCHEMAS[of].time) })
          : t('quality.columns.footnoteTimeless')
      }
      actions={{ fileName: t('quality.columns.fileName'), sql: [sql], table }}
    >
      <Select
        label={t('quality.columns.which')}
        value={of}
        options={datasets.map((one) => ({ value: one.dataset, label: t(`datasets.name.${one.dataset}`) }))}
        onChange={onDataset}
        outlined
      />
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('quality.columns.head.column')}</th>
              <th scope="col">{t('quality.columns.head.share')}</th>
              <th scope="col" className={classes.number}>
                {t('quality.columns.head.blank')}
              </th>
              <th scope="col">{t('quality.columns.head.byFile')}</th>
              {timed && <th scope="col">{t('quality.columns.head.byMonth', { months })}</th>}
            </tr>
          </thead>
          <tbody>
            {columns
              .filter((one) => ratio(one) < 1)
              .sort(byShare)
              .map((one) => (
                <ColumnRow key={one.column} name={nameOf(of, one.column)} completeness={one} timed={timed} />
              ))}
          </tbody>
        </table>
      </div>
      {full > 0 && (
        <p className={classes.dim}>
          {t('quality.columns.full', {
            columns: columns
              .filter((one) => ratio(one) === 1)
              .map(({ column }) => nameOf(of, column))
              .join(t('common.listSeparator')),
          })}
        </p>
      )}
    </Figure>
  );
}

interface ColumnRowProps {
  readonly name: string;
  readonly completeness: Completeness;
  /** The list has months. */
  readonly timed: boolean;
}

function ColumnRow({ name, completeness, timed }: ColumnRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const fileName = useFileName();
  const { filled, of, byFile, byMonth } = completeness;
  const share = ratio(completeness);
  const bar = (fill: Fill, label: string) => ({
    value: ratio(fill),
    label: t('quality.columns.point', { name: label, of: fill.of, share: shareText(format, ratio(fill)) }),
  });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={classes.short}>
        <span className={classes.fill} aria-hidden="true">
          <span style={{ width: `${100 * share}%` }} />
        </span>
        {shareText(format, share)}
      </td>
      <td className={classes.number}>{format.number(of - filled)}</td>
      <td>
        <Sparkbars
          full={1}
          label={`${name} · ${t('quality.columns.head.byFile')}`}
          bars={byFile.slice(-MONTHS).map((fill, at) => bar(fill, `${at + 1} · ${fileName(fill.file)}`))}
        />
      </td>
      {timed && (
        <td>
          <Sparkbars
            full={1}
            label={`${name} · ${t('quality.columns.head.byMonth', { months: Math.min(MONTHS, byMonth.length) })}`}
            bars={byMonth.slice(-MONTHS).map((fill) => bar(fill, format.month(fill.month)))}
          />
        </td>
      )}
    </tr>
  );
}

/** The emptiest first. */
function byShare(a: Completeness, b: Completeness): number {
  return ratio(a) - ratio(b);
}

function ratio({ filled, of }: Fill): number {
  return of === 0 ? 0 : filled / of;
}
