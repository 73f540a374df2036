import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSafetyTitle } from '../../session/safety-title';
import { useSafetyWatch } from '../../session/safety-watch';
import { useFormat } from '../../ui/use-format';
import classes from './SafetyHeadline.module.css';

/** New problems that are named here; the watch has them all. */
const SHOWN = 3;

/** What stands open on the Safety watch, since when, and which of it is new: said before any statistics. */
export function SafetyHeadline() {
  const { t } = useTranslation();
  const format = useFormat();
  const { ready, error } = useSafetyWatch();
  const title = useSafetyTitle(ready);
  if (error !== null)
    return (
      <p role="alert" className={classes.line}>
        ▲ {t('safety.headlineFailed')} {error.message}
      </p>
    );
  if (ready === undefined) return <div className={classes.watch} aria-busy="true" />;
  const look = ready.open.length > 0 ? classes.alarm : classes.calm;
  return (
    <section className={classes.watch} aria-label={t('screen.safety')}>
      <p className={classes.line}>
        <span aria-hidden="true" className={look}>
          ◆
        </span>
        <span className={look}>{t('safety.headline', { title })}</span>
        {ready.elsewhere > 0 && (
          <span className={classes.calm}>{t('safety.elsewhere', { count: ready.elsewhere })}</span>
        )}
        <Link to="/safety">{t('safety.go')}</Link>
      </p>
      {ready.fresh.length > 0 && (
        <p className={classes.line}>
          <span className={classes.alarm}>{t('safety.fresh')}</span>
          {ready.fresh.slice(0, SHOWN).map(({ name, open, first }) => (
            <Link key={name} to="/safety" search={(before) => ({ ...before, what: name })}>
              {t('safety.freshProblem', { name, count: open, day: format.date(first) })}
            </Link>
          ))}
        </p>
      )}
      <p className={classes.note}>{t('safety.headlineNote', { measure: t('measure.safety') })}</p>
    </section>
  );
}
