import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { ExportAnswer } from './ExportAnswer';
import { SaveQuery } from './SaveQuery';
import classes from './Sql.module.css';
import type { RunState } from './use-query-run';

interface RunBarProps {
  readonly state: RunState;
  readonly text: string;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

/** Runs, cancels, saves and exports; tells how long it takes. */
export function RunBar({ state, text, onRun, onCancel }: RunBarProps) {
  const { t } = useTranslation();
  const blank = text.trim() === '';
  return (
    <div className={classes.bar}>
      {state.kind === 'running' ? (
        <>
          <TextButton strong disabled={state.stopping} onClick={onCancel}>
            {state.stopping ? t('sql.stopping') : t('common.cancel')}
          </TextButton>
          <Elapsed since={state.since} />
        </>
      ) : (
        <>
          <TextButton strong disabled={blank} onClick={onRun}>
            {t('sql.run')}
          </TextButton>
          <span className={classes.dim}>{t('sql.runKeys')}</span>
        </>
      )}
      <span className={classes.space} />
      <SaveQuery sql={text} disabled={blank} />
      {state.kind === 'done' && state.answer.columns.length > 0 && (
        <ExportAnswer key={state.id} sql={state.sql} answer={state.answer} />
      )}
    </div>
  );
}

/** Seconds since a moment, going on. */
function Elapsed({ since }: { readonly since: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return <span className={classes.dim}>{t('sql.elapsed', { time: format.number((now - since) / 1000, 1) })}</span>;
}
