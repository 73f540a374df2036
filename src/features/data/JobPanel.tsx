import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportJob } from '../../session/hooks';
import { ImportProgressNote } from '../../session/ImportProgressNote';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextButton } from '../../ui/TextButton';
import classes from './Data.module.css';
import { Report } from './Report';
import { Review } from './review/Review';

/** The import under way, at whatever it is. */
export function JobPanel({ onShowKept }: { readonly onShowKept: (file: number | undefined) => void }) {
  const { t } = useTranslation();
  const [job, state] = useImportJob();
  const cancel = () => job.cancel();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'analysing':
      return state.items.length === 0 ? (
        <Running>
          <ImportProgressNote {...state} onCancel={cancel} />
        </Running>
      ) : (
        <Review items={state.items} running={<ImportProgressNote {...state} onCancel={cancel} />} />
      );
    case 'review':
      return <Review items={state.items} />;
    case 'importing':
      return (
        <Running>
          <ImportProgressNote {...state} onCancel={cancel} />
        </Running>
      );
    case 'done':
      return <Report reports={state.reports} onShowKept={onShowKept} onClose={() => job.dismiss()} />;
    case 'failed':
      return (
        <Running>
          <ErrorNote
            what={state.cause === 'analysing' ? t('data.failedLook') : t('data.failedImport')}
            why={state.message}
            todo={t('data.failedHint')}
            action={<TextButton onClick={() => job.resume()}>{t('data.back')}</TextButton>}
          />
        </Running>
      );
  }
}

function Running({ children }: { readonly children: ReactNode }) {
  return <section className={classes.panel}>{children}</section>;
}
