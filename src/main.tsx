import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { boot } from './app/boot';
import { offerFacade } from './app/facade';
import { offlineCopy } from './app/offline-copy';
import { router } from './app/router';
import { startI18n } from './locales/i18n';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');

const booted = boot();
offerFacade(booted, router);
if (import.meta.env.PROD) void offlineCopy.keep(booted.session.ready());
await startI18n();
createRoot(container).render(
  <StrictMode>
    <App booted={booted} />
  </StrictMode>,
);
