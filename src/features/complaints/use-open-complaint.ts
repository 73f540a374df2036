import { complaint } from '../../analysis/complaint';
import { useAnswer } from '../../session/hooks';

/** The complaint that the URL names: undefined while it is being read, null when there is none of that key. */
export function useOpenComplaint(key: string | undefined) {
  return useAnswer('complaint', key ?? null, (source, wanted, signal) =>
    wanted === null ? Promise.resolve(null) : complaint(source, wanted, signal),
  );
}
