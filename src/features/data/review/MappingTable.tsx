import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnPlan, FilePlan, ImportOptions } from '../../../data/ingest/plan';
import { columnOf } from '../../../domain/columns';
import { IconButton } from '../../../ui/IconButton';
import data from '../Data.module.css';
import { Confidence } from './Confidence';
import { ComputedSection } from './computed/ComputedSection';
import classes from './MappingTable.module.css';
import { computedOf, withCode, withComputed, withTarget } from './options';
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
  const [editing, setEditing] = useState<string | undefined>(undefined);
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
                plan={plan}
                column={column}
                options={options}
                onChange={onChange}
                onEdit={setEditing}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ComputedSection plan={plan} options={options} editing={editing} onEdit={setEditing} onChange={onChange} />
    </section>
  );
}

interface MappingRowProps extends MappingTableProps {
  readonly column: ColumnPlan;
  readonly onEdit: (computed: string) => void;
}

function MappingRow({ plan, column, options, onChange, onEdit }: MappingRowProps) {
  const { source, target, samples, confidence } = column;
  const { dataset, profile } = plan;
  const examples = samples.filter((sample) => sample.trim() !== '').join(' · ');
  const isCanonical = columnOf(dataset, target ?? '') !== undefined;
  const has = (told: ImportOptions | undefined) => told?.mapping !== undefined && Object.hasOwn(told.mapping, source);
  const by = has(options) ? 'person' : has(profile?.told) ? 'profile' : undefined;
  return (
    <tr>
      <th scope="row" className={classes.source}>
        {source}
        {column.computed !== undefined && (
          <ComputedMark
            column={column}
            onEdit={() => onEdit(source)}
            onRemove={() => {
              const computed = computedOf(plan.columns);
              const rest = computed.filter(({ name }) => name !== source);
              onChange(withComputed(options, computed, rest));
            }}
          />
        )}
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
      <td>{(isCanonical || by !== undefined) && <Confidence value={confidence} by={by} />}</td>
      <td>
        <CellReading plan={plan} column={column} options={options} onChange={onChange} />
      </td>
    </tr>
  );
}

interface ComputedMarkProps {
  readonly column: ColumnPlan;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** That a column is made of others, how, and the ways to change that. */
function ComputedMark({ column: { source, computed }, onEdit, onRemove }: ComputedMarkProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.computed}>
      <code title={computed}>{computed}</code>
      <IconButton icon="edit" label={t('computed.edit', { name: source })} onClick={onEdit} />
      <IconButton icon="close" label={t('computed.remove', { name: source })} onClick={onRemove} />
    </span>
  );
}

/** What the kind of a column calls for: dates, coded values, several values in a cell, or nothing. */
function CellReading({ plan, column, options, onChange }: Omit<MappingRowProps, 'onEdit'>) {
  const { t } = useTranslation();
  const canonical = columnOf(plan.dataset, column.target ?? '');
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
