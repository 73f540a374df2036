import { useNavigate } from '@tanstack/react-router';
import { useImportJob, useSession } from './hooks';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Files were added while the sample was open, so the screen changed over to the user's own data. */
    leftSample?: true;
  }
}

/**
 * Puts files up for review on the Data screen. They always go into the user's own workspace: the sample takes none, so that
 * the two never mix. Does nothing while an import is under way.
 */
export function useAddFiles(): (files: readonly File[]) => Promise<void> {
  const [session, state] = useSession();
  const [job] = useImportJob();
  const navigate = useNavigate();
  const inSample = state.kind === 'ready' && state.workspace.name === 'sample';
  return async (files) => {
    if (files.length === 0 || job.busy) return;
    await navigate({
      to: '/data',
      search: (before) => (inSample ? { ...before, w: 'mine', s: undefined, row: undefined } : before),
      state: inSample ? { leftSample: true } : {},
    });
    const opened = await session.use('mine');
    if (opened.kind === 'ready') await job.add(opened.workspace, files);
  };
}
