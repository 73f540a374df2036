import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportJob, useSession } from '../session/hooks';
import { openSample } from '../session/sample';
import { useWorkspace } from '../ui/view/view-state';
import classes from './SessionGate.module.css';
import { StartState } from './StartState';

/** Opens the workspace that the URL names, and shows the screens once it is there; until then, what it waits for. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [session, state] = useSession();
  const [job] = useImportJob();
  const [wanted] = useWorkspace();
  useEffect(() => {
    void (wanted === 'sample' ? openSample(session, job) : session.use(wanted));
  }, [session, job, wanted]);

  if (state.kind !== 'ready' || state.workspace.name !== wanted) return <StartState state={state} wanted={wanted} />;
  return (
    <>
      {state.workspace.engine.storage === 'memory' && (
        <p role="status" className={classes.memory}>
          {t('start.memory')}
        </p>
      )}
      {children}
    </>
  );
}
