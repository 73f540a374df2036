import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  type RegisteredRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { parseSearch, stringifySearch, viewSearch } from '../../src/ui/view/view-search';
import { useGrain, useMeasure, useOpenRow, useScope, useWorkspace } from '../../src/ui/view/view-state';
import { render } from '../support/render';

const CRITICAL = { kind: 'oneOf', field: 'severity', values: ['critical'] } as const;

/** A screen that shows its view state as JSON and changes it by buttons. */
function Probe() {
  const { scope, narrow, remove, clear } = useScope();
  const [measure, setMeasure] = useMeasure();
  const [grain, setGrain] = useGrain();
  const [workspace, setWorkspace] = useWorkspace();
  const [row, setRow] = useOpenRow();
  const acts = {
    narrow: () => narrow(CRITICAL),
    remove: () => remove('model'),
    clear,
    measure: () => setMeasure({ id: 'safety', per: 'shipped' }),
    grain: () => setGrain('day'),
    workspace: () => setWorkspace('sample'),
    row: () => setRow('00123'),
  };
  return (
    <>
      <output>{JSON.stringify({ fields: scope.map(({ field }) => field), ...measure, grain, workspace, row })}</output>
      {Object.entries(acts).map(([name, act]) => (
        <button key={name} type="button" onClick={act}>
          {name}
        </button>
      ))}
    </>
  );
}

async function open(url: string) {
  const history = createMemoryHistory({ initialEntries: [url] });
  const root = createRootRoute({ component: Probe, validateSearch: (search) => viewSearch.parse(search) });
  const router = createRouter({ routeTree: root, history, parseSearch, stringifySearch });
  await render(<RouterProvider router={router as unknown as RegisteredRouter} />);
  return history;
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const shown = () =>
  JSON.parse(document.querySelector('output')?.textContent ?? 'null') as Record<string, unknown> | null;

it('starts from its defaults, whatever an old link says', async () => {
  await open('/?m=unheard&g=century&s=;;==');
  await expect.poll(shown).toEqual({ fields: [], id: 'quality', per: 'count', grain: 'month', workspace: 'mine' });
});

it('narrows by a step that Back undoes', async () => {
  const history = await open('/?s=model%3DA');
  await expect.poll(() => shown()?.fields).toEqual(['model']);
  await press('narrow');
  await expect.poll(() => shown()?.fields).toEqual(['model', 'severity']);
  history.back();
  await expect.poll(() => shown()?.fields).toEqual(['model']);
});

it('leaves no step behind when nothing changes', async () => {
  const history = await open('/?s=severity%3Dcritical');
  await expect.poll(() => shown()?.fields).toEqual(['severity']);
  const before = history.length;
  await press('narrow');
  await press('remove');
  expect(history.length).toBe(before);
});

it('removes a field, and clears', async () => {
  const history = await open('/?s=model%3DA%3Bseverity%3Dcritical');
  await press('remove');
  await expect.poll(() => shown()?.fields).toEqual(['severity']);
  await press('clear');
  await expect.poll(() => shown()?.fields).toEqual([]);
  expect(history.location.search).toBe('');
});

it('keeps measure, grain and row, and drops scope and row with the workspace', async () => {
  const history = await open('/?s=model%3DA');
  await press('measure');
  await press('grain');
  await press('row');
  await expect.poll(shown).toMatchObject({ id: 'safety', per: 'shipped', grain: 'day', row: '00123' });
  await press('workspace');
  await expect.poll(shown).toMatchObject({ fields: [], workspace: 'sample', grain: 'day', id: 'safety' });
  expect(Object.keys(parseSearch(history.location.search)).sort()).toEqual(['g', 'm', 'per', 'w']);
});
