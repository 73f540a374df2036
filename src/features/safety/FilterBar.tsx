import { useTranslation } from 'react-i18next';
import { CRITICAL, FLAG, reasonsOf, type SafetyItem } from '../../analysis/safety';
import { problemOf } from '../../analysis/safety-problems';
import type { WordReader } from '../../domain/sentinel';
import type { SafetyWatch } from '../../session/safety-watch';
import { FigureMenu } from '../../ui/FigureMenu';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { ChoiceSelect } from './ChoiceSelect';
import { choicesOf, ITEM_STATES, type ItemFilter, type ItemState, type itemsByState, narrowed } from './item-filter';
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
  // Each choice counts what the others leave.
  const leftBut = (choice: 'problem' | 'reason' | 'model') => narrowed(sets[filter.state], { ...filter, [choice]: '' });
  const isMark = (reason: string) => reason === FLAG || reason === CRITICAL;
  const orDenied = ({ denied }: SafetyItem) => (filter.state === 'denied' ? denied : []);
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
      <ChoiceSelect
        label={t('safety.problem')}
        any={t('safety.anyProblem')}
        value={filter.problem}
        choices={choicesOf(leftBut('problem'), (item) => [problemOf(item)].filter((name) => name !== ''))}
        onChange={(problem) => onChange({ ...filter, problem })}
      />
      <ChoiceSelect
        label={t('safety.reason')}
        any={t('safety.anyReason')}
        value={filter.reason}
        choices={choicesOf(leftBut('reason'), (item) => [...reasonsOf(item), ...orDenied(item)])}
        nameOf={(reason) => (isMark(reason) ? words.reason(reason) : reason)}
        onChange={(reason) => onChange({ ...filter, reason })}
      />
      <ChoiceSelect
        label={t('safety.model')}
        any={t('safety.anyModel')}
        value={filter.model}
        choices={choicesOf(leftBut('model'), ({ model }) => (model === null ? [] : [model]))}
        onChange={(model) => onChange({ ...filter, model })}
      />
      {watch.words !== undefined && (
        <TextButton onClick={onWords}>{t('safety.words', { count: watch.words.words.length })}</TextButton>
      )}
      <span className={classes.output}>
        {items.length > 0 && <OutputButtons items={items} standings={watch.standings} reader={reader} />}
        {watch.ready !== undefined && <FigureMenu actions={{ fileName: 'safety', sql: watch.ready.sql }} />}
      </span>
    </>
  );
}
