import { Popover } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedAnswer } from '../../analysis/typed-query';
import { useWorkspaceData } from '../../session/hooks';
import { download } from '../../ui/csv';
import { ProgressNote } from '../../ui/ProgressNote';
import { TextButton } from '../../ui/TextButton';
import { exportAnswer } from './export-answer';
import { maskOf } from './people';
import classes from './Sql.module.css';

interface ExportAnswerProps {
  readonly sql: string;
  readonly answer: TypedAnswer;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly rows: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Runs the statement once more and writes all its rows into a CSV file. */
export function ExportAnswer({ sql, answer }: ExportAnswerProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const [open, setOpen] = useState(false);
  const [people, setPeople] = useState(false);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  const run = async () => {
    const controller = new AbortController();
    work.current = controller;
    setState({ kind: 'busy', rows: 0 });
    try {
      const file = await exportAnswer({
        source: workspace,
        sql,
        people,
        signal: controller.signal,
        onProgress: (rows) => setState({ kind: 'busy', rows }),
      });
      download(`${t('sql.fileName')}.csv`, file);
      setState({ kind: 'idle' });
      setOpen(false);
    } catch (error) {
      if (controller.signal.aborted) setState({ kind: 'idle' });
      else setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };

  return (
    <Popover
      opened={open}
      onChange={setOpen}
      closeOnClickOutside={state.kind !== 'busy'}
      position="bottom-end"
      shadow="sm"
      transitionProps={{ duration: 0 }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <TextButton onClick={() => setOpen(!open)}>{t('sql.export')}</TextButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.form}>
          {state.kind === 'busy' ? (
            <ProgressNote label={t('sql.exporting')} rows={state.rows} onCancel={() => work.current?.abort()} />
          ) : (
            <>
              <p className={classes.hint}>
                {answer.more ? t('sql.exportMore') : t('sql.exportAll', { count: answer.rows.length })}
              </p>
              {maskOf(answer.columns) !== undefined && (
                <>
                  <label className={classes.choice}>
                    <input type="checkbox" checked={people} onChange={(event) => setPeople(event.target.checked)} />
                    {t('sql.exportPeople')}
                  </label>
                  <p className={classes.hint}>{t('sql.maskedHint')}</p>
                </>
              )}
              <p className={classes.hint}>{t('complaints.exportSafe')}</p>
              {state.kind === 'failed' && (
                <p role="alert">
                  ▲ {t('sql.exportFailed')} {state.message}
                </p>
              )}
              <TextButton strong onClick={() => void run()}>
                {t('sql.exportRun')}
              </TextButton>
            </>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
