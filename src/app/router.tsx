import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { parseSearch, stringifySearch, viewSearch } from '../ui/view/view-search';
import { Broken } from './Broken';
import { NotFound } from './NotFound';
import { Shell } from './shell/Shell';

const root = createRootRoute({
  component: Shell,
  validateSearch: (search) => viewSearch.parse(search),
  search: { middlewares: [retainSearchParams(['w', 's', 'm', 'per', 'g', 'flags'])] },
  notFoundComponent: NotFound,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/overview', replace: true });
  },
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/overview',
  component: lazyRouteComponent(() => import('../features/overview/Overview'), 'Overview'),
});

const trends = createRoute({
  getParentRoute: () => root,
  path: '/trends',
  component: lazyRouteComponent(() => import('../features/trends/Trends'), 'Trends'),
});

/** Reached from the screens on which complaints are chosen. */
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  component: lazyRouteComponent(() => import('../features/compare/Compare'), 'Compare'),
});

const complaints = createRoute({
  getParentRoute: () => root,
  path: '/complaints',
  component: lazyRouteComponent(() => import('../features/complaints/Complaints'), 'Complaints'),
});

const signals = createRoute({
  getParentRoute: () => root,
  path: '/signals',
  component: lazyRouteComponent(() => import('../features/signals/Signals'), 'Signals'),
});

const reliability = createRoute({
  getParentRoute: () => root,
  path: '/reliability',
  component: lazyRouteComponent(() => import('../features/reliability/Reliability'), 'Reliability'),
});

const safety = createRoute({
  getParentRoute: () => root,
  path: '/safety',
  component: lazyRouteComponent(() => import('../features/safety/Safety'), 'Safety'),
});

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('../features/data/Data'), 'Data'),
});

const quality = createRoute({
  getParentRoute: () => root,
  path: '/quality',
  component: lazyRouteComponent(() => import('../features/quality/Quality'), 'Quality'),
});

const coding = createRoute({
  getParentRoute: () => root,
  path: '/coding',
  component: lazyRouteComponent(() => import('../features/coding/Coding'), 'Coding'),
});

const sql = createRoute({
  getParentRoute: () => root,
  path: '/sql',
  component: lazyRouteComponent(() => import('../features/sql/Sql'), 'Sql'),
});

/** Routes live in the hash, so that any static host and any sub-folder will do. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    overview,
    trends,
    compare,
    complaints,
    signals,
    reliability,
    safety,
    data,
    quality,
    coding,
    sql,
  ]),
  history: createHashHistory(),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
