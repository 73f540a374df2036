import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tryRule } from '../../analysis/coding-try';
import type { Coding } from '../../domain/coding';
import { useAnswer, useWorkspaceData } from '../../session/hooks';
import { ErrorNote } from '../../ui/ErrorNote';
import { ProgressNote } from '../../ui/ProgressNote';
import { TextButton } from '../../ui/TextButton';
import classes from './Coding.module.css';
import { Examples } from './Examples';

interface TrialProps {
  readonly coding: Coding;
  /** The rule as typed; undefined while it has errors. */
  readonly when: string | undefined;
  readonly id: string;
}

const TRY = 'coding-try';
/** Nobody waits for what a rule finds while it is still typed (ms). */
const PAUSE = 300;

/**
 * What a rule finds: how many complaints, which other rules find them too, and some of them. The latest text wins: a trial of an older
 * one is cancelled.
 */
export function Trial({ coding, when, id }: TrialProps) {
  const { t } = useTranslation();
  const { workspace, version } = useWorkspaceData();
  const client = useQueryClient();
  const rested = useRested(when);
  /** What somebody did not want to wait for. */
  const [stopped, setStopped] = useState<string | undefined>(undefined);
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const shown = useDeferredValue(progress);
  const { rules, columns } = coding;
  const { data, error, isFetching } = useAnswer(
    TRY,
    { rules, columns, when: rested ?? '', id },
    (_, question, signal) => {
      const hooks = { signal, onProgress: (done: number, total: number) => setProgress({ done, total }) };
      return tryRule(workspace, { coding: { ...coding, ...question }, when: question.when, id }, hooks);
    },
    { enabled: rested !== undefined && rested !== stopped },
  );
  if (rested === undefined || when === undefined) return <p className={classes.hint}>{t('coding.editor.noTrial')}</p>;
  if (rested === stopped)
    return (
      <p className={classes.hint}>
        {t('coding.editor.stopped')}{' '}
        <TextButton quiet onClick={() => setStopped(undefined)}>
          {t('coding.editor.again')}
        </TextButton>
      </p>
    );
  if (error !== null) return <ErrorNote what={t('coding.failed')} why={error.message} />;
  const stop = () => {
    setStopped(rested);
    void client.cancelQueries({ queryKey: [workspace.name, version, TRY] });
  };
  if (data === undefined || (isFetching && shown.total > 100_000))
    return (
      <ProgressNote label={t('coding.running', shown)} share={shown.done / Math.max(1, shown.total)} onCancel={stop} />
    );
  return (
    <>
      <p className={classes.subhead} aria-live="polite">
        {t('coding.editor.trial', { hits: data.hits, rows: data.rows, uncoded: data.uncoded })}
      </p>
      {data.overlaps.length > 0 && (
        <div>
          <p className={classes.hint}>{t('coding.editor.overlaps')}</p>
          {data.overlaps.slice(0, 5).map(({ rule, n }) => {
            const other = rules.find((one) => one.id === rule);
            return (
              <p key={rule} className={classes.text}>
                {t('coding.editor.overlap', { when: other?.when, mode: other?.mode, n })}
              </p>
            );
          })}
        </div>
      )}
      {data.examples.length > 0 && (
        <>
          <p className={classes.hint}>{t('coding.editor.examples')}</p>
          <Examples ids={data.examples} columns={columns} />
        </>
      )}
    </>
  );
}

/** A value once it has not changed for a while. */
function useRested(value: string | undefined): string | undefined {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
