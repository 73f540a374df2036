import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilePlan, ImportOptions } from '../../../../data/ingest/plan';
import { EXTRA_PREFIX } from '../../../../domain/columns';
import { TextButton } from '../../../../ui/TextButton';
import { computedOf, withComputed, withTarget } from '../options';
import classes from './Computed.module.css';
import { ComputedEditor } from './ComputedEditor';
import { type Draft, EMPTY_DRAFT, joinedTimes } from './draft';

interface ComputedSectionProps {
  readonly plan: FilePlan;
  readonly options: ImportOptions;
  /** Name of the computed column that is being changed; undefined = none. */
  readonly editing: string | undefined;
  readonly onEdit: (name: string | undefined) => void;
  readonly onChange: (options: ImportOptions) => void;
}

/** Columns that the file does not have but could: made of those it has. One is written at a time. */
export function ComputedSection({ plan, options, editing, onEdit, onChange }: ComputedSectionProps) {
  const { t } = useTranslation();
  const [begun, setBegun] = useState<Draft | undefined>(undefined);
  const computed = computedOf(plan.columns);
  const edited = plan.columns.find(({ source, computed: made }) => made !== undefined && source === editing);
  const initial = edited ? { name: edited.source, expression: edited.computed ?? '', target: edited.target } : begun;
  const wasOpen = useRef(false);
  const close = () => {
    wasOpen.current = true;
    setBegun(undefined);
    onEdit(undefined);
  };
  const save = ({ name, expression, target }: Draft) => {
    const made = { name: name.trim(), expression };
    const next = edited
      ? computed.map((column) => (column.name === edited.source ? made : column))
      : [...computed, made];
    const changed = withComputed(options, computed, next);
    onChange(withTarget(changed, made.name, target?.startsWith(EXTRA_PREFIX) ? EXTRA_PREFIX + made.name : target));
    close();
  };
  if (initial !== undefined)
    return (
      <ComputedEditor
        key={editing ?? ''}
        plan={plan}
        initial={initial}
        before={edited?.source}
        onSave={save}
        onClose={close}
      />
    );
  const suggested = joinedTimes(plan);
  return (
    <div className={classes.begin}>
      {suggested !== undefined && (
        <TextButton onClick={() => setBegun(suggested)}>
          {t('computed.suggest', { day: suggested.parts[0], clock: suggested.parts[1] })}
        </TextButton>
      )}
      <TextButton
        ref={(button) => {
          // The editor takes the focus with it when it goes.
          if (wasOpen.current) button?.focus();
          wasOpen.current = false;
        }}
        quiet
        onClick={() => setBegun(EMPTY_DRAFT)}
      >
        {t('computed.add')}
      </TextButton>
    </div>
  );
}
