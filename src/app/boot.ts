import { ImportJob } from '../session/import-job';
import { Session } from '../session/session';

export interface Booted {
  readonly session: Session;
  readonly job: ImportJob;
}

/**
 * Makes the one session and the one import of this tab. What is under review or on its way belongs to the open workspace,
 * so it ends when that closes: files of one workspace never come into another.
 */
export function boot(): Booted {
  const session = new Session();
  const job = new ImportJob();
  session.subscribe(() => {
    if (session.getState().kind !== 'ready') job.dismiss();
  });
  return { session, job };
}
