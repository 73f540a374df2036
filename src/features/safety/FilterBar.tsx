import { useTranslation } from 'react-i18next';
import type { SafetyItem } from '../../analysis/safety';
import { CRITICAL, FLAG, reasonsOf } from '../../analysis/safety';
import type { WordReader } from '../../domain/sentinel';
import type { SafetyWatch } from '../../session/safety-watch';
import { FigureMenu } from '../../ui/FigureMenu';
import { Select } from '../../ui/Select';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { choicesOf, ITEM_STATES, type ItemFilter, type ItemState, type itemsByState } from './item-filter';
import { OutputButtons } from './OutputButtons';
import classes from './Safety.module.css';
import { useSafetyWords } from './use-safety-words';

interface FilterBarProps {
  readonly sets: ReturnType<typeof itemsByState>;
  readonly filter: ItemFilter;
  readonly onChange: (filter: ItemFilter) => void;
  /** What the list shows. */
  readonly items: readonly SafetyItem[];
  readonly watch: SafetyWatch;
  readonly reader: WordReader;
  /** Opens the list of words. */
  readonly onWords: () => void;
}

/** Which items are listed, and what can be made of them. */
export function FilterBar({ sets, filter, onChange, items, watch, reader, onWords }: FilterBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSafetyWords();
  const names: Readonly<Record<ItemState, string>> = {
    open: t('safety.open'),
    closed: t('safety.closed'),
    denied: t('safety.denied'),
    all: t('safety.all'),
  };
  const listed = sets[filter.state];
  const reasons = choicesOf(listed, (item) => [...reasonsOf(item), ...(filter.state === 'denied' ? item.denied : [])]);
  const option = ({ value, n }: { value: string; n: number }, label: string) => ({
    value,
    label: `${label} (${format.number(n)})`,
  });
  const marks = [FLAG, CRITICAL];
  return (
    <>
      <fieldset className={classes.states}>
        <legend className={classes.spoken}>{t('safety.show')}</legend>
        {ITEM_STATES.map((state) => (
          <label key={state} className={classes.choice}>
            <input
              type="radio"
              name="safety-state"
              checked={filter.state === state}
              onChange={() => onChange({ ...filter, state, reason: '' })}
            />
            {names[state]} {format.number(sets[state].length)}
          </label>
        ))}
      </fieldset>
      <Select
        outlined
        label={t('safety.reason')}
        value={filter.reason}
        onChange={(reason) => onChange({ ...filter, reason })}
        options={[
          { value: '', label: t('safety.anyReason') },
          ...reasons.map((choice) =>
            option(choice, marks.includes(choice.value) ? words.reason(choice.value) : choice.value),
          ),
        ]}
      />
      <Select
        outlined
        label={t('safety.model')}
        value={filter.model}
        onChange={(model) => onChange({ ...filter, model })}
        options={[
          { value: '', label: t('safety.anyModel') },
          ...choicesOf(listed, ({ model }) => (model === null ? [] : [model])).map((choice) =>
            option(choice, choice.value),
          ),
        ]}
      />
      {watch.words !== undefined && (
        <TextButton onClick={onWords}>{t('safety.words', { count: watch.words.words.length })}</TextButton>
      )}
      {items.length > 0 && <OutputButtons items={items} standings={watch.standings} reader={reader} />}
      {watch.ready !== undefined && <FigureMenu actions={{ fileName: 'safety', sql: watch.ready.sql }} />}
    </>
  );
}
