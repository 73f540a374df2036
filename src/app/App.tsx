import { RouterProvider } from '@tanstack/react-router';
import { SessionContext } from '../session/hooks';
import type { Booted } from './boot';
import { Providers } from './Providers';
import { router } from './router';

/** Everything on the page. */
export function App({ booted }: { readonly booted: Booted }) {
  return (
    <Providers>
      <SessionContext value={booted}>
        <RouterProvider router={router} />
      </SessionContext>
    </Providers>
  );
}
