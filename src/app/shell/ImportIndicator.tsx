import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useImportJob } from '../../session/hooks';
import type { JobState } from '../../session/import-job';
import { useFormat } from '../../ui/use-format';
import classes from './ImportIndicator.module.css';

/** How the import stands, on every screen but its own, to which it leads. */
export function ImportIndicator() {
  const [job, state] = useImportJob();
  const text = useJobText(state);
  const elsewhere = useLocation({ select: ({ pathname }) => pathname !== '/data' });
  if (text === undefined || !elsewhere) return null;
  return (
    <Link to="/data" className={classes.indicator} data-busy={job.busy}>
      {text}
    </Link>
  );
}

function useJobText(state: JobState): string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  switch (state.kind) {
    case 'idle':
    case 'undone':
      return undefined;
    case 'review':
      return t('indicator.review', { count: state.items.length });
    case 'done':
      return t('indicator.done', { count: state.reports.length });
    case 'failed':
      return t('indicator.failed');
    case 'undoing':
      return t('indicator.undoing');
    default: {
      const { bytes, total } = state.progress;
      return t('indicator.busy', { share: format.percent(total === 0 ? null : bytes / total, 0) });
    }
  }
}
