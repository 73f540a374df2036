import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLog } from '../../analysis/changes';
import { valuesOfColumn } from '../../analysis/column-values';
import type { MeasureId } from '../../domain/measure';
import { periodOf, type Scope, valuesOf } from '../../domain/scope';
import { decodeScope, encodeScope } from '../../domain/scope-codec';
import { useAnswer, useWorkspaceData } from '../../session/hooks';
import controls from '../../ui/controls.module.css';
import { useLabels } from '../../ui/labels';
import { Select } from '../../ui/Select';
import { TextButton } from '../../ui/TextButton';
import { isValue } from '../../ui/view/drill';
import { typedDay } from '../../ui/view/typed-day';
import { useAgeChoice, useScope } from '../../ui/view/view-state';
import classes from './Reliability.module.css';

/** Days by which units can be parted, and what they can be told apart by. */
const DAYS = ['produced_at', 'shipped_at'] as const;
const VALUES = [
  'model',
  'product_family',
  'plant',
  'line',
  'shift',
  'packaging_version',
  'carrier',
  'warehouse',
  'software_version',
];
/** Changes offered, the latest ones. */
const MOST_CHANGES = 100;
/** Letters of a change that a list has room for. */
const LETTERS = 40;

/** Two populations to compare: before and after a day or a change, or two values of a column. */
export function ComparePicker({ measure }: { readonly measure: MeasureId }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { workspace } = useWorkspaceData();
  const { facts } = workspace;
  const [{ before, after }, choose] = useAgeChoice();
  const compared = [decodeScope(before ?? ''), decodeScope(after ?? '')] as const;
  // What is compared says how, until another way is chosen.
  const [chosen, setBy] = useState<string | undefined>(undefined);
  const by = chosen ?? compared[1][0]?.field ?? '';
  const has = (dataset: 'complaint' | 'shipment' | 'serial' | 'batch', column: string) =>
    (facts[dataset].filled[column] ?? 0) > 0;
  const ofUnits = (column: string) => has('shipment', column) || has('serial', column) || has('batch', column);
  const days = DAYS.filter(ofUnits);
  const values = VALUES.filter((column) => has('complaint', column) && ofUnits(column));
  const logged = facts.change.rows > 0 && days.length > 0;
  const compare = (first: Scope, second: Scope) => choose({ before: encodeScope(first), after: encodeScope(second) });
  const split = (field: string) => (day: string) =>
    compare([{ kind: 'period', field, until: day }], [{ kind: 'period', field, from: day }]);
  const options = [
    { value: '', label: t('reliability.compare.choose') },
    ...days.map((column) => ({
      value: column,
      label: t('reliability.compare.byDay', { field: labels.column(column) }),
    })),
    ...(logged ? [{ value: 'change', label: t('reliability.compare.byChange') }] : []),
    ...values.map((column) => ({
      value: column,
      label: t('reliability.compare.byValue', { field: labels.column(column) }),
    })),
  ];
  const day = DAYS.find((column) => column === by);
  return (
    <div className={classes.tools}>
      <Select label={t('reliability.compare.how')} value={by} options={options} onChange={setBy} outlined />
      {day !== undefined && <DayField key={day} known={periodOf(compared[1], day).from} onDay={split(day)} />}
      {by === 'change' && <ChangeSelect onDay={split(days[0] ?? DAYS[0])} />}
      {values.includes(by) && <ValuePair key={by} column={by} known={compared} measure={measure} onPair={compare} />}
      {before !== undefined && after !== undefined && (
        <TextButton quiet onClick={() => choose({ before: undefined, after: undefined })}>
          {t('reliability.compare.clear')}
        </TextButton>
      )}
    </div>
  );
}

interface DayFieldProps {
  /** The day that is compared at already. */
  readonly known: string | undefined;
  readonly onDay: (day: string) => void;
}

function DayField({ known = '', onDay }: DayFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(known);
  const [wrong, setWrong] = useState(false);
  const problem = useId();
  return (
    <form
      className={controls.choice}
      onSubmit={(event) => {
        event.preventDefault();
        const day = typedDay(text, 'first');
        setWrong(day === undefined);
        if (day !== undefined) onDay(day);
      }}
    >
      <input
        type="text"
        className={controls.input}
        aria-label={t('reliability.compare.day')}
        placeholder={t('period.example')}
        aria-invalid={wrong}
        aria-describedby={wrong ? problem : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <TextButton submit>{t('period.apply')}</TextButton>
      {wrong && (
        <span id={problem} className={controls.hint} role="alert">
          {t('period.notADay')}
        </span>
      )}
    </form>
  );
}

function ChangeSelect({ onDay }: { readonly onDay: (day: string) => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const [chosen, setChosen] = useState('');
  const { data, error } = useAnswer('changes', {}, changeLog);
  if (error !== null) return <span role="alert">{t('changes.failed')}</span>;
  const entries = data?.entries.toReversed().slice(0, MOST_CHANGES) ?? [];
  return (
    <Select
      label={t('reliability.compare.change')}
      value={chosen}
      options={[
        { value: '', label: t('reliability.compare.chooseChange') },
        ...entries.map(({ id, day, kind, text, part }) => ({
          value: String(id),
          label: [day, kind && labels.value('change_kind', kind), (text ?? part ?? '').slice(0, LETTERS)]
            .filter(Boolean)
            .join(' · '),
        })),
      ]}
      onChange={(id) => {
        setChosen(id);
        const entry = entries.find((one) => String(one.id) === id);
        if (entry !== undefined) onDay(entry.day);
      }}
      outlined
    />
  );
}

interface ValuePairProps {
  readonly column: string;
  /** What is compared already. */
  readonly known: readonly [Scope, Scope];
  readonly measure: MeasureId;
  readonly onPair: (first: Scope, second: Scope) => void;
}

function ValuePair({ column, known, measure, onPair }: ValuePairProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { scope } = useScope();
  const [pair, setPair] = useState<readonly [string, string]>([
    valuesOf(known[0], column)?.[0] ?? '',
    valuesOf(known[1], column)?.[0] ?? '',
  ]);
  const { data, error } = useAnswer('column-values', { column, scope, listed: measure }, valuesOfColumn);
  if (error !== null) return <span role="alert">{error.message}</span>;
  const listed = data?.values.flatMap(({ value }) => (value === null || value === '' ? [] : [value])) ?? [];
  const options = [
    { value: '', label: t('reliability.compare.value') },
    ...[...new Set([...pair.filter((value) => value !== ''), ...listed])].map((value) => ({
      value,
      label: labels.value(column, value),
    })),
  ];
  const change = (next: readonly [string, string]) => {
    setPair(next);
    const [first, second] = next;
    if (first !== '' && second !== '' && first !== second) onPair([isValue(column, first)], [isValue(column, second)]);
  };
  return (
    <>
      <Select
        label={t('reliability.compare.first')}
        value={pair[0]}
        options={options}
        onChange={(value) => change([value, pair[1]])}
        outlined
      />
      <Select
        label={t('reliability.compare.second')}
        value={pair[1]}
        options={options}
        onChange={(value) => change([pair[0], value])}
        outlined
      />
    </>
  );
}
