import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState';
import { TextButton } from '../ui/TextButton';
import { useImportJob, useWorkspaceData } from './hooks';
import { ImportProgressNote } from './ImportProgressNote';
import { MissingDataset } from './MissingDataset';
import { useOpenSample } from './use-open-sample';
import classes from './Welcome.module.css';

/** What a screen shows while there are no complaints: how to get some, or how far they are on their way. */
export function Welcome() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const openSample = useOpenSample();
  const [job, state] = useImportJob();
  const { workspace } = useWorkspaceData();
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
      if (Object.values(workspace.facts).some(({ rows }) => rows > 0)) return <MissingDataset dataset="complaint" />;
      return <FirstSteps onImport={toData} onSample={openSample} />;
  }
}

interface FirstStepsProps {
  readonly onImport: () => void;
  readonly onSample: () => void;
}

/** For somebody who opens the application for the first time: what it takes, what happens, what comes of it. */
function FirstSteps({ onImport, onSample }: FirstStepsProps) {
  const { t } = useTranslation();
  const steps = [
    { title: t('welcome.drop'), text: t('welcome.dropText') },
    { title: t('welcome.check'), text: t('welcome.checkText') },
    { title: t('welcome.read'), text: t('welcome.readText') },
  ];
  return (
    <section className={classes.first}>
      <h1 className={classes.title}>{t('welcome.title')}</h1>
      <ol className={classes.steps}>
        {steps.map(({ title, text }, at) => (
          <li key={title} className={classes.step}>
            <span aria-hidden="true" className={classes.number}>
              {at + 1}
            </span>
            <h2 className={classes.name}>{title}</h2>
            <p className={classes.text}>{text}</p>
          </li>
        ))}
      </ol>
      <div className={classes.actions}>
        <TextButton strong onClick={onImport}>
          {t('welcome.import')}
        </TextButton>
        <TextButton onClick={onSample}>{t('welcome.sample')}</TextButton>
        <span className={classes.private}>{t('welcome.private')}</span>
      </div>
    </section>
  );
}
