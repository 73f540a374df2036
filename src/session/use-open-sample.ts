import { useWorkspace } from '../ui/view/view-state';
import { useImportJob, useSession } from './hooks';
import { openSample } from './sample';

/** Shows the sample in place of the user's own data, filling it the first time. */
export function useOpenSample(): () => void {
  const [session] = useSession();
  const [job] = useImportJob();
  const [, setWorkspace] = useWorkspace();
  return () => {
    setWorkspace('sample');
    void openSample(session, job);
  };
}
