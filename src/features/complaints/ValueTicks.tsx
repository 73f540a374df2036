import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnValuesRequest, type ValueCount, valuesOfColumn } from '../../analysis/column-values';
import type { Value } from '../../domain/scope';
import { useAnswer } from '../../session/hooks';
import controls from '../../ui/controls.module.css';
import { ErrorNote } from '../../ui/ErrorNote';
import { FindField } from '../../ui/FindField';
import { useLabels } from '../../ui/labels';
import { useFormat } from '../../ui/use-format';
import classes from './FilterForm.module.css';

interface ValueTicksProps {
  readonly request: ColumnValuesRequest;
  readonly ticked: readonly Value[];
  readonly onTick: (ticked: readonly Value[]) => void;
}

/** Above this many values a field narrows the list of them. */
const GLANCE = 8;

/** The values of a column with how often they occur, to be ticked. */
export function ValueTicks({ request, ticked, onTick }: ValueTicksProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const [typed, setTyped] = useState('');
  const { data, error } = useAnswer('column values', request, valuesOfColumn);
  if (error !== null) return <ErrorNote what={t('complaints.valuesFailed')} why={error.message} />;
  if (data === undefined) return <p className={controls.hint}>{t('common.loading')}</p>;

  const known = new Set(data.values.map(({ value }) => value));
  const missing = ticked.filter((value) => !known.has(value)).map((value): ValueCount => ({ value, n: 0 }));
  const all = [...data.values, ...missing];
  const shown = all.filter(({ value }) =>
    labels.value(request.column, value).toLowerCase().includes(typed.toLowerCase()),
  );
  return (
    <div className={classes.values}>
      {all.length > GLANCE && <FindField label={t('complaints.filterFind')} value={typed} onChange={setTyped} />}
      <ul className={classes.list}>
        {shown.map((entry) => (
          <ValueTick
            key={entry.value ?? '\u0000'}
            column={request.column}
            entry={entry}
            ticked={ticked.includes(entry.value)}
            onTick={(on) => onTick(on ? [...ticked, entry.value] : ticked.filter((value) => value !== entry.value))}
          />
        ))}
      </ul>
      {data.more && <p className={controls.hint}>{t('complaints.valuesMore', { count: data.values.length })}</p>}
    </div>
  );
}

interface ValueTickProps {
  readonly column: string;
  readonly entry: ValueCount;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

function ValueTick({ column, entry, ticked, onTick }: ValueTickProps) {
  const labels = useLabels();
  const format = useFormat();
  const text = labels.value(column, entry.value);
  return (
    <li>
      <label className={classes.value}>
        <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.target.checked)} />
        <span className={`${classes.name} ${entry.value === null ? classes.blank : ''}`} title={text}>
          {text}
        </span>
        <span className={classes.count}>{format.number(entry.n)}</span>
      </label>
    </li>
  );
}
