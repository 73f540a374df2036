import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach } from 'vitest';
import { Providers } from '../../src/app/Providers';
import { type Language, startI18n } from '../../src/locales/i18n';

let unmount: (() => void) | undefined;

afterEach(() => {
  unmount?.();
  unmount = undefined;
});

/** Puts an element on the page as the app would, alone, until the test ends. Calling the result draws another in its place. */
export async function render(element: ReactNode, language: Language = 'en'): Promise<(next: ReactNode) => void> {
  await startI18n(language);
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const draw = (next: ReactNode) => flushSync(() => root.render(<Providers>{next}</Providers>));
  draw(element);
  unmount = () => {
    root.unmount();
    container.remove();
  };
  return draw;
}
