import { useTranslation } from 'react-i18next';
import { useSession } from '../session/hooks';
import { ImportProgressNote } from '../session/ImportProgressNote';
import type { OpeningWay, SessionState } from '../session/session';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { ProgressNote } from '../ui/ProgressNote';
import { TextButton } from '../ui/TextButton';
import type { WorkspaceId } from '../ui/view/view-search';
import { FailedState } from './FailedState';
import classes from './SessionGate.module.css';

interface StartStateProps {
  readonly state: SessionState;
  readonly wanted: WorkspaceId;
}

/** Why there are no screens yet, and what can be done about it. */
export function StartState({ state, wanted }: StartStateProps) {
  const { t } = useTranslation();
  const [session] = useSession();
  const open = (way?: OpeningWay) => void session.use(wanted, way);
  switch (state.kind) {
    case 'unsupported':
      return (
        <ErrorNote
          what={t('start.unsupported')}
          why={t('start.missing', { feature: state.missing })}
          todo={t('start.browsers')}
        />
      );
    case 'taken':
      return (
        <EmptyState
          title={t('start.taken')}
          action={
            <TextButton strong onClick={() => open({ takeOver: true })}>
              {t('start.takeOver')}
            </TextButton>
          }
        >
          {t('start.takenHint')}
        </EmptyState>
      );
    case 'released':
      return (
        <EmptyState
          title={t('start.released')}
          action={
            <TextButton strong onClick={() => open({ takeOver: true })}>
              {t('start.takeBack')}
            </TextButton>
          }
        >
          {t('start.releasedHint')}
        </EmptyState>
      );
    case 'failed':
      return <FailedState message={state.message} missing={state.missing} workspace={wanted} onOpen={open} />;
    default:
      return (
        <div className={classes.waiting}>
          <Waiting state={state} />
        </div>
      );
  }
}

/** The engine on its way, or the rows. */
function Waiting({ state }: { readonly state: SessionState }) {
  const { t } = useTranslation();
  if (state.kind === 'loading' && state.loaded < (state.total ?? Number.POSITIVE_INFINITY)) {
    return <ProgressNote label={t('start.loading')} bytesDone={state.loaded} bytesTotal={state.total ?? undefined} />;
  }
  if (state.kind !== 'opening' || state.progress === undefined) return <ProgressNote label={t('start.opening')} />;
  return (
    <>
      <p>{t('start.rebuilding')}</p>
      <ImportProgressNote progress={state.progress} secondsLeft={state.secondsLeft} />
    </>
  );
}
