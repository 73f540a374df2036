import { useQuery } from '@tanstack/react-query';
import { fingerprintOf } from './fingerprint';
import { useWorkspaceData } from './hooks';

/** The fingerprint of the data on screen; undefined for the moment that it takes, and while there are no data. */
export function useFingerprint(): string | undefined {
  const { workspace, version } = useWorkspaceData();
  const { data } = useQuery({
    queryKey: ['fingerprint', version],
    queryFn: () => fingerprintOf(version),
    enabled: workspace.journal.length > 0,
  });
  return data;
}
