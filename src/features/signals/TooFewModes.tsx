import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Signals } from '../../analysis/signals/types';
import { NumberLink } from '../../ui/NumberLink';
import { TextButton } from '../../ui/TextButton';
import { useDrill } from '../../ui/view/drill';
import classes from './Signals.module.css';
import { useSignalWords } from './words';

/** Modes listed before somebody asks for more. */
const FIRST = 10;

/** Failure modes that statistics cannot speak about, those about safety first: each leads to its complaints, or to the Safety watch. */
export function TooFewModes({ answer }: { readonly answer: Signals }) {
  const { t, format, mode: named } = useSignalWords();
  const { openRows } = useDrill();
  const heading = useId();
  const [all, setAll] = useState(false);
  const { tooFew, tooFewTotal, modeField } = answer;
  if (tooFewTotal === 0) return null;
  const sorted = tooFew.toSorted((a, b) => b.safety - a.safety || b.n - a.n);
  const listed = all ? sorted : sorted.slice(0, FIRST);
  return (
    <section className={classes.panel} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        {t('signals.tooFew', { count: tooFewTotal })}
      </h2>
      <p className={classes.text}>
        {t('signals.tooFewHint')} <Link to="/safety">{t('signals.toSafety')}</Link>
      </p>
      <ul className={classes.few}>
        {listed.map(({ mode, n, safety, scope }) => (
          <li key={mode}>
            {named(mode, modeField)} <NumberLink onClick={() => openRows(scope)}>{format.number(n)}</NumberLink>
            {safety > 0 && (
              <Link
                to="/safety"
                search={(before) => ({ ...before, what: mode, why: undefined, on: undefined })}
                className={classes.alarm}
              >
                ◆ {t('signals.safety', { count: safety })}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {!all && tooFew.length > FIRST && (
        <TextButton quiet onClick={() => setAll(true)}>
          {t('signals.allOf', { count: tooFew.length })}
        </TextButton>
      )}
    </section>
  );
}
