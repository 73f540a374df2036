import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  type RegisteredRouter,
  RouterProvider,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Source } from '../../src/analysis/view';
import { Decisions } from '../../src/data/decisions';
import { memoryFiles } from '../../src/data/engine/memory-files';
import type { Workspace } from '../../src/data/workspace';
import type { Language } from '../../src/locales/i18n';
import { SessionContext } from '../../src/session/hooks';
import type { ImportJob } from '../../src/session/import-job';
import type { Session } from '../../src/session/session';
import { parseSearch, stringifySearch, viewSearch } from '../../src/ui/view/view-search';
import { render } from './render';

/** Answers are cached by the version of the data; each screen has data of its own. */
let versions = 0;

const nothing = () => () => undefined;

/**
 * Puts a screen on the page over a source without an engine, with routes of their own for the screens that it leads to.
 * @returns the history, to see where it has led
 */
export async function renderScreen(Screen: ComponentType, source: Source, url: string, language: Language = 'en') {
  versions += 1;
  const version = String(versions);
  const files = memoryFiles('mine');
  await files.clear();
  const kept = { journal: [], decisions: new Decisions(files) };
  const workspace = { ...source, ...kept, name: 'mine', version, subscribe: nothing } as unknown as Workspace;
  const ready = { kind: 'ready', workspace } as const;
  const idle = { kind: 'idle' } as const;
  const session = { getState: () => ready, subscribe: nothing } as unknown as Session;
  const job = { getState: () => idle, subscribe: nothing } as unknown as ImportJob;
  const history = createMemoryHistory({ initialEntries: [url] });
  const root = createRootRoute({ component: Outlet, validateSearch: (search) => viewSearch.parse(search) });
  const screen = [
    '/overview',
    '/trends',
    '/complaints',
    '/signals',
    '/reliability',
    '/safety',
    '/data',
    '/quality',
    '/coding',
  ].map((path) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: () => (url.startsWith(path) ? <Screen /> : <p>{path}</p>),
    }),
  );
  const router = createRouter({ routeTree: root.addChildren(screen), history, parseSearch, stringifySearch });
  await render(
    <SessionContext value={{ session, job }}>
      <RouterProvider router={router as unknown as RegisteredRouter} />
    </SessionContext>,
    language,
  );
  return history;
}
