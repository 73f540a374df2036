import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shift } from '../../domain/period';
import controls from '../../ui/controls.module.css';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { choiceOf, type Days, daysOf, PERIOD_CHOICES } from '../../ui/view/period-choice';
import { typedDay } from '../../ui/view/typed-day';
import classes from './PeriodPicker.module.css';

interface PeriodPanelProps {
  /** The day up to which the data tell what happened. */
  readonly asOf: string;
  /** What the scope says now. */
  readonly days: Days;
  readonly onChoose: (days: Days) => void;
}

/** Periods by name with the months that they are in these data, and from–to by hand. Arrow keys walk the names. */
export function PeriodPanel({ asOf, days, onChoose }: PeriodPanelProps) {
  const { t } = useTranslation();
  const monthsOf = useMonths();
  const list = useRef<HTMLUListElement>(null);
  const current = choiceOf(days, asOf);
  useEffect(() => {
    const buttons = list.current;
    (buttons?.querySelector<HTMLElement>('[aria-pressed="true"]') ?? buttons?.querySelector('button'))?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    buttons[at + step]?.focus();
    event.preventDefault();
  };
  return (
    <>
      <ul ref={list} className={classes.choices} onKeyDown={onKeyDown}>
        {PERIOD_CHOICES.map((choice) => (
          <li key={choice}>
            <button
              type="button"
              className={classes.choice}
              aria-pressed={choice === current}
              onClick={() => onChoose(daysOf(choice, asOf))}
            >
              <span>{t(`period.choice.${choice}`)}</span>
              <span className={classes.months}>{monthsOf(daysOf(choice, asOf))}</span>
            </button>
          </li>
        ))}
      </ul>
      <DaysForm key={`${days.from} ${days.until}`} days={days} onChoose={onChoose} />
      <p className={`${controls.hint} ${classes.note}`}>{t('period.asOf', { day: asOf })}</p>
    </>
  );
}

/** The months that whole-month days run through; '' for all time. */
function useMonths(): (days: Days) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ from, until }) => {
    if (from === undefined || until === undefined) return '';
    const last = shift('month', until, -1);
    return from === last
      ? format.month(from)
      : t('period.between', { from: format.month(from), to: format.month(last) });
  };
}

/** From and to, typed; both days belong to the period, and an empty one leaves that end open. */
function DaysForm({ days, onChoose }: Omit<PeriodPanelProps, 'asOf'>) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(days.from ?? '');
  const [to, setTo] = useState(days.until === undefined ? '' : shift('day', days.until, -1));
  const [wrong, setWrong] = useState<'day' | 'order' | undefined>(undefined);
  const firstDay = typedDay(from, 'first');
  const lastDay = typedDay(to, 'last');
  const isWrong = (text: string, day: string | undefined) => text.trim() !== '' && day === undefined;
  const apply = () => {
    if (isWrong(from, firstDay) || isWrong(to, lastDay)) return setWrong('day');
    if (firstDay !== undefined && lastDay !== undefined && firstDay > lastDay) return setWrong('order');
    onChoose({ from: firstDay, until: lastDay === undefined ? undefined : shift('day', lastDay, 1) });
  };
  const edit = (set: (text: string) => void) => (text: string) => {
    set(text);
    setWrong(undefined);
  };
  return (
    <form
      className={classes.form}
      aria-label={t('period.byHand')}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div className={controls.pair}>
        <DayField
          label={t('period.from')}
          value={from}
          wrong={wrong === 'order' || (wrong === 'day' && isWrong(from, firstDay))}
          onChange={edit(setFrom)}
        />
        <DayField
          label={t('period.to')}
          value={to}
          wrong={wrong === 'order' || (wrong === 'day' && isWrong(to, lastDay))}
          onChange={edit(setTo)}
        />
      </div>
      {wrong !== undefined && (
        <p role="alert" className={classes.wrong}>
          {wrong === 'day' ? t('period.notADay') : t('period.wrongOrder')}
        </p>
      )}
      <div className={classes.actions}>
        <TextButton submit>{t('period.apply')}</TextButton>
      </div>
    </form>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (value: string) => void;
}

/** A text field rather than the browser's own for dates, which speaks the browser's language and not the page's. */
function DayField({ label, value, wrong, onChange }: DayFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={controls.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={controls.input}
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('period.example')}
        value={value}
        aria-invalid={wrong}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
