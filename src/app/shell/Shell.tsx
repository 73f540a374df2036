import { Outlet, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asOf } from '../../analysis/view';
import { useSession } from '../../session/hooks';
import { KeyHelp } from '../../ui/KeyHelp';
import { useKeys } from '../../ui/use-keys';
import { stepPeriod } from '../../ui/view/step-period';
import { useScope } from '../../ui/view/view-state';
import { offlineCopy } from '../offline-copy';
import { SessionGate } from '../SessionGate';
import { SCREENS } from '../screens';
import { FileDrop } from './FileDrop';
import { PrintHeader } from './PrintHeader';
import { Rail } from './Rail';
import classes from './Shell.module.css';
import { TopBar } from './TopBar';
import { UpdateNote } from './UpdateNote';
import { useRemembered } from './use-remembered';

/** Below this many pixels the rail starts as icons. */
const ROOMY = 1200;

/** The frame around every screen: navigation, view settings, and the keys that work everywhere. */
export function Shell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { scope, setScope } = useScope();
  const [, state] = useSession();
  const main = useRef<HTMLElement>(null);
  const [narrow, setNarrow] = useRemembered('truecause.narrow-rail', window.innerWidth < ROOMY);
  const [helping, setHelping] = useState(false);

  const step = (steps: number) => {
    // Asked when it is needed: the frame is not drawn anew by an import.
    const day = state.kind === 'ready' ? asOf(state.workspace) : undefined;
    setScope(stepPeriod(scope, steps, day));
  };
  useKeys((key) => {
    // 0 follows 9, as on the keyboard.
    const screen = /^\d$/.test(key) ? SCREENS[(Number(key) + 9) % 10] : undefined;
    if (key === '?') setHelping((open) => !open);
    else if (key === '[' || key === ']') step(key === '[' ? -1 : 1);
    else if (screen !== undefined) void navigate({ to: `/${screen}` });
    else return false;
    return true;
  });

  return (
    <div className={`${classes.shell} ${narrow ? classes.narrow : ''}`}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('shell.skip')}
      </button>
      <Rail narrow={narrow} onToggle={() => setNarrow(!narrow)} />
      <div className={classes.column}>
        <TopBar onHelp={() => setHelping(true)} />
        <PrintHeader />
        <main ref={main} tabIndex={-1} className={classes.main}>
          <SessionGate>
            <Outlet />
          </SessionGate>
        </main>
      </div>
      <FileDrop />
      <UpdateNote copy={offlineCopy} />
      {helping && <KeyHelp onClose={() => setHelping(false)} />}
    </div>
  );
}
