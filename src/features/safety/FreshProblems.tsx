import { useTranslation } from 'react-i18next';
import type { OpenProblem } from '../../session/safety-watch';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import classes from './Safety.module.css';

interface FreshProblemsProps {
  readonly problems: readonly OpenProblem[];
  /** The problem that the list is narrowed to; '' for none. */
  readonly chosen: string;
  /** Narrows the list to a problem, or to none. */
  readonly onChoose: (name: string) => void;
}

/** Problems that were not there before, over the list that by age would show them last. */
export function FreshProblems({ problems, chosen, onChoose }: FreshProblemsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (problems.length === 0) return null;
  return (
    <section className={classes.fresh} aria-label={t('safety.fresh')}>
      <span className={classes.alarm}>◆ {t('safety.fresh')}</span>
      <ul className={classes.freshList}>
        {problems.map(({ name, open, first }) => (
          <li key={name}>
            <TextButton aria-pressed={name === chosen} onClick={() => onChoose(name === chosen ? '' : name)}>
              {t('safety.freshProblem', { name, count: open, day: format.date(first) })}
            </TextButton>
          </li>
        ))}
      </ul>
      <span className={classes.dim}>{t('safety.freshNote')}</span>
    </section>
  );
}
