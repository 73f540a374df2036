import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSafetyTitle } from '../../session/safety-title';
import { useSafetyWatch } from '../../session/safety-watch';
import classes from './SafetyHeadline.module.css';

/** How many safety complaints are open, and since when: said before any statistics. */
export function SafetyHeadline() {
  const { t } = useTranslation();
  const { ready, error } = useSafetyWatch();
  const title = useSafetyTitle(ready);
  if (error !== null)
    return (
      <p role="alert" className={classes.line}>
        ▲ {t('safety.headlineFailed')} {error.message}
      </p>
    );
  if (ready === undefined) return <p className={classes.line} aria-busy="true" />;
  const open = ready.open.length > 0;
  return (
    <p className={classes.line}>
      <span aria-hidden="true" className={open ? classes.alarm : classes.calm}>
        ◆
      </span>
      <span className={open ? classes.alarm : classes.calm}>{title}</span>
      {ready.elsewhere > 0 && <span className={classes.calm}>{t('safety.elsewhere', { count: ready.elsewhere })}</span>}
      <Link to="/safety">{t('safety.go')}</Link>
    </p>
  );
}
