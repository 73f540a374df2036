import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Listed } from '../../analysis/complaints';
import type { Scope } from '../../domain/scope';
import { useWorkspaceData } from '../../session/hooks';
import controls from '../../ui/controls.module.css';
import { useLabels } from '../../ui/labels';
import { TextButton } from '../../ui/TextButton';
import { isPersonal, kindOf } from './cell-text';
import classes from './FilterForm.module.css';
import { draftOf, type FilterDraft, type FilterPart, filterParts, withDraft } from './filter-draft';
import { ValueTicks } from './ValueTicks';

interface FilterFormProps {
  readonly column: string;
  readonly scope: Scope;
  readonly listed: Listed;
  readonly onApply: (scope: Scope) => void;
  readonly onClear: () => void;
}

/** Edits what the scope says about one column; nothing changes until it is applied. */
export function FilterForm({ column, scope, listed, onApply, onClear }: FilterFormProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { workspace } = useWorkspaceData();
  const [draft, setDraft] = useState(() => draftOf(scope, column));
  const distinct = workspace.facts.complaint.distinct[column];
  const parts = filterParts(kindOf(column), isPersonal(column), distinct);
  const change = (part: Partial<FilterDraft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <form
      className={classes.form}
      aria-label={t('complaints.filter', { column: labels.column(column) })}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(withDraft(scope, column, draft, parts));
      }}
    >
      {parts.map((part) =>
        part === 'values' ? (
          <ValueTicks
            key={part}
            request={{ column, scope, listed }}
            ticked={draft.ticked}
            onTick={(ticked) => change({ ticked })}
          />
        ) : (
          <Part key={part} part={part} draft={draft} change={change} />
        ),
      )}
      <div className={classes.actions}>
        <TextButton quiet onClick={onClear}>
          {t('complaints.filterClear')}
        </TextButton>
        <TextButton strong submit>
          {t('complaints.filterApply')}
        </TextButton>
      </div>
    </form>
  );
}

interface PartProps {
  readonly part: Exclude<FilterPart, 'values'>;
  readonly draft: FilterDraft;
  readonly change: (part: Partial<FilterDraft>) => void;
}

function Part({ part, draft, change }: PartProps) {
  const { t } = useTranslation();
  switch (part) {
    case 'words':
      return (
        <Field
          label={t('complaints.filterWords')}
          hint={t('complaints.filterWordsHint')}
          value={draft.words}
          onChange={(words) => change({ words })}
        />
      );
    case 'range':
      return (
        <div className={controls.pair}>
          <Field
            type="number"
            label={t('complaints.filterMin')}
            value={draft.min}
            onChange={(min) => change({ min })}
          />
          <Field
            type="number"
            label={t('complaints.filterMax')}
            value={draft.max}
            onChange={(max) => change({ max })}
          />
        </div>
      );
    case 'days':
      return (
        <div className={controls.pair}>
          <Field
            type="date"
            label={t('complaints.filterFrom')}
            value={draft.from}
            onChange={(from) => change({ from })}
          />
          <Field type="date" label={t('complaints.filterTo')} value={draft.to} onChange={(to) => change({ to })} />
        </div>
      );
    case 'blank':
      return <BlankChoice blank={draft.blank} onChange={(blank) => change({ blank })} />;
  }
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'number' | 'date';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({ label, hint, type = 'text', value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className={controls.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        step="any"
        className={controls.input}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className={controls.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}

function BlankChoice({
  blank,
  onChange,
}: {
  readonly blank: FilterDraft['blank'];
  readonly onChange: (blank: FilterDraft['blank']) => void;
}) {
  const { t } = useTranslation();
  const name = useId();
  const choices = [
    ['any', t('complaints.filterAny')],
    ['only', t('complaints.filterBlank')],
    ['never', t('complaints.filterFilled')],
  ] as const;
  return (
    <fieldset className={controls.choices}>
      {choices.map(([choice, label]) => (
        <label key={choice} className={controls.choice}>
          <input type="radio" name={name} checked={blank === choice} onChange={() => onChange(choice)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
