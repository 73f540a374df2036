import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codesFor } from '../../../data/ingest/meaning/value-synonyms';
import type { ColumnPlan } from '../../../data/ingest/plan';
import type { Column } from '../../../domain/columns';
import { useLabels } from '../../../ui/labels';
import { Select } from '../../../ui/Select';
import classes from './MappingTable.module.css';

interface ValueCodesProps {
  readonly plan: ColumnPlan;
  /** What the values are read as. */
  readonly column: Column;
  readonly onCode: (value: string, code: string) => void;
}

const NOT_KNOWN = '';

/** The values of a column with what they mean, unknown ones first and open. */
export function ValueCodes({ plan, column, onCode }: ValueCodesProps) {
  const { t } = useTranslation();
  const values = Object.entries(plan.values ?? {});
  const unknown = values.filter(([, code]) => code === null);
  const [open, setOpen] = useState(false);
  const learned = new Set(plan.learned);
  const shown = open ? [...unknown, ...values.filter(([, code]) => code !== null)] : unknown;
  return (
    <div className={classes.reading}>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        aria-label={t('review.showValues', { column: plan.source })}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">{open ? '▾' : '▸'}</span>{' '}
        {unknown.length === 0
          ? t('review.valuesKnown', { count: values.length })
          : t('review.valuesUnknown', { unknown: unknown.length, all: values.length })}
      </button>
      {shown.length > 0 && (
        <ul className={classes.values}>
          {shown.map(([value, code]) => (
            <li key={value}>
              <span>{value}</span>
              <CodeSelect column={column} value={value} code={code} onCode={(chosen) => onCode(value, chosen)} />
              {learned.has(value) && <span className={classes.count}>{t('review.learned')}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface CodeSelectProps {
  readonly column: Column;
  readonly value: string;
  readonly code: string | null;
  readonly onCode: (code: string) => void;
}

function CodeSelect({ column, value, code, onCode }: CodeSelectProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const codes = codesFor(column).map((id) => ({ value: id, label: labels.value(column.name, id) }));
  return (
    <Select
      label={t('review.codeOf', { value })}
      value={code ?? NOT_KNOWN}
      options={code === null ? [{ value: NOT_KNOWN, label: t('review.notKnown') }, ...codes] : codes}
      onChange={onCode}
      outlined
    />
  );
}
