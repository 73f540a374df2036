import { useNavigate, useSearch } from '@tanstack/react-router';
import { viewSearch } from './view-search';

/** What of the URL goes along to the console: the data and the filters, not what another screen has open. */
const KEPT = ['w', 's', 'm', 'per', 'g'];

/** Address of the SQL console with a statement in its editor; it is not run until somebody says so. */
export function sqlAddress(sql: string, from: string = window.location.hash): string {
  const before = new URLSearchParams(from.split('?')[1] ?? '');
  const search = new URLSearchParams([...before].filter(([name]) => KEPT.includes(name)));
  search.set('q', sql);
  return `#/sql?${search}`;
}

/** The statement that the URL brings along, and how to take it out of there. */
export function useHandedSql(): [string | undefined, () => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const clear = () => void navigate({ to: '.', search: (before) => ({ ...before, q: undefined }), replace: true });
  return [viewSearch.parse(search).q, clear];
}
