import { useTranslation } from 'react-i18next';
import type { ColumnPlan, FilePlan, ImportOptions } from '../../../data/ingest/plan';
import { columnOf, type Dataset } from '../../../domain/columns';
import data from '../Data.module.css';
import { Confidence } from './Confidence';
import classes from './MappingTable.module.css';
import { withCode, withTarget } from './options';
import review from './Review.module.css';
import { TargetPicker } from './TargetPicker';
import { TimeReading } from './TimeReading';
import { ValueCodes } from './ValueCodes';

interface MappingTableProps {
  readonly plan: FilePlan;
  readonly options: ImportOptions;
  readonly onChange: (options: ImportOptions) => void;
}

/** Every column of the file, what it becomes, and how its cells are read. */
export function MappingTable({ plan, options, onChange }: MappingTableProps) {
  const { t } = useTranslation();
  return (
    <section>
      <h4 className={review.subtitle}>{t('review.mapping')}</h4>
      <div className={data.scroll}>
        <table className={`${data.table} ${classes.mapping}`}>
          <thead>
            <tr>
              <th scope="col">{t('review.source')}</th>
              <th scope="col">{t('review.samples')}</th>
              <th scope="col">{t('review.target')}</th>
              <th scope="col">{t('review.confidence')}</th>
              <th scope="col">{t('review.reading')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.columns.map((column) => (
              <MappingRow
                key={column.index}
                dataset={plan.dataset}
                column={column}
                options={options}
                onChange={onChange}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface MappingRowProps extends Omit<MappingTableProps, 'plan'> {
  readonly dataset: Dataset;
  readonly column: ColumnPlan;
}

function MappingRow({ dataset, column, options, onChange }: MappingRowProps) {
  const { source, target, samples, confidence } = column;
  const examples = samples.filter((sample) => sample.trim() !== '').join(' · ');
  const isCanonical = columnOf(dataset, target ?? '') !== undefined;
  const told = options.mapping !== undefined && Object.hasOwn(options.mapping, source);
  return (
    <tr>
      <th scope="row" className={classes.source}>
        {source}
      </th>
      <td className={classes.samples} title={examples}>
        {examples}
      </td>
      <td>
        <TargetPicker
          dataset={dataset}
          column={column}
          onChange={(chosen) => onChange(withTarget(options, source, chosen))}
        />
      </td>
      <td>{(isCanonical || told) && <Confidence value={confidence} told={told} />}</td>
      <td>
        <CellReading dataset={dataset} column={column} options={options} onChange={onChange} />
      </td>
    </tr>
  );
}

/** What the kind of a column calls for: dates, coded values, several values in a cell, or nothing. */
function CellReading({ dataset, column, options, onChange }: MappingRowProps) {
  const { t } = useTranslation();
  const canonical = columnOf(dataset, column.target ?? '');
  if (column.time !== undefined) {
    return <TimeReading time={column.time} onOrder={(dateOrder) => onChange({ ...options, dateOrder })} />;
  }
  if (column.values !== undefined && canonical !== undefined) {
    return (
      <ValueCodes
        plan={column}
        column={canonical}
        onCode={(value, code) => onChange(withCode(options, column.source, value, code))}
      />
    );
  }
  return column.separator === undefined ? null : t('review.separator', { separator: column.separator });
}
