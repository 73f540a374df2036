import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListTotals } from '../../analysis/complaints';
import controls from '../../ui/controls.module.css';
import { useAllTickets } from '../../ui/view/view-state';

interface ListedChoiceProps {
  /** What the measure counts, by name. */
  readonly measure: string;
  readonly totals: ListTotals | undefined;
}

/** Which rows are listed: those the measure counts, or every ticket; each with how many there are. */
export function ListedChoice({ measure, totals }: ListedChoiceProps) {
  const { t } = useTranslation();
  const [all, setAll] = useAllTickets();
  const name = useId();
  const choices = [
    [false, totals === undefined ? measure : t('complaints.countedOf', { measure, count: totals.counted })],
    [true, totals === undefined ? t('complaints.tickets') : t('complaints.ticketsOf', { count: totals.tickets })],
  ] as const;
  return (
    <fieldset className={controls.choices} aria-label={t('complaints.listed')}>
      {choices.map(([choice, label]) => (
        <label key={String(choice)} className={controls.choice}>
          <input type="radio" name={name} checked={all === choice} onChange={() => setAll(choice)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
