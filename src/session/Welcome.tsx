import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState';
import { TextButton } from '../ui/TextButton';
import { useImportJob } from './hooks';
import { ImportProgressNote } from './ImportProgressNote';
import { useOpenSample } from './use-open-sample';
import classes from './Welcome.module.css';

/** What a screen shows while there are no data: how to get some, or how far they are on their way. */
export function Welcome() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const openSample = useOpenSample();
  const [job, state] = useImportJob();
  const toData = () => void navigate({ to: '/data' });
  switch (state.kind) {
    case 'analysing':
    case 'importing':
      return (
        <section className={classes.progress}>
          <ImportProgressNote {...state} onCancel={() => job.cancel()} />
        </section>
      );
    case 'review':
    case 'failed':
      return (
        <EmptyState
          title={state.kind === 'review' ? t('welcome.waiting', { count: state.items.length }) : t('welcome.failed')}
          action={
            <TextButton strong onClick={toData}>
              {t('welcome.look')}
            </TextButton>
          }
        />
      );
    default:
      return (
        <EmptyState
          title={t('welcome.title')}
          action={
            <>
              <TextButton strong onClick={toData}>
                {t('welcome.import')}
              </TextButton>
              <TextButton onClick={openSample}>{t('welcome.sample')}</TextButton>
            </>
          }
        >
          {t('welcome.hint')}
        </EmptyState>
      );
  }
}
