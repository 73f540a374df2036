import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceData } from '../../session/hooks';
import { useFormat } from '../../ui/use-format';
import { useHandedSql } from '../../ui/view/handed-sql';
import { Answer } from './Answer';
import { applyEdit, Editor } from './Editor';
import { insertedName } from './editing';
import { type PastQuery, QueryMemory } from './query-memory';
import { RunBar } from './RunBar';
import { SidePanel } from './SidePanel';
import classes from './Sql.module.css';
import { type RunState, useQueryRun } from './use-query-run';

/** Editor, answer, and beside them what can be asked and what has been. */
export function SqlScreen() {
  const { workspace } = useWorkspaceData();
  const memory = useMemo(() => new QueryMemory(workspace.name), [workspace.name]);
  const [text, setText] = useState(memory.draft);
  const [history, setHistory] = useState(memory.history);
  const area = useRef<HTMLTextAreaElement>(null);
  const remember = (query: PastQuery) => setHistory(memory.add(query));
  const { state, run, cancel } = useQueryRun(workspace, remember);
  const title = useTitle(state);

  const write = (sql: string) => {
    setText(sql);
    memory.draft = sql;
  };
  /** Puts a statement into the editor; what was there can be found in the history. */
  const open = (sql: string) => {
    const known = text.trim() === '' || text === sql || history.some((query) => query.sql === text);
    if (!known) remember({ sql: text, at: Date.now(), outcome: 'draft' });
    write(sql);
    area.current?.focus();
  };

  const [handed, takeOut] = useHandedSql();
  const receive = useEffectEvent((sql: string) => {
    open(sql);
    takeOut();
  });
  useEffect(() => {
    if (handed !== undefined) receive(handed);
  }, [handed]);

  const goTo = (offset: number) => {
    area.current?.focus();
    area.current?.setSelectionRange(offset, offset);
  };
  const running = state.kind === 'running';
  const place = state.kind === 'failed' && state.sql === text ? state.problem.place : undefined;
  return (
    <>
      <h1 className={classes.title} aria-live="polite">
        {title}
      </h1>
      <div className={classes.layout}>
        <div className={classes.work}>
          <Editor
            area={area}
            text={text}
            onText={write}
            onRun={() => void run(text)}
            onEscape={() => {
              if (running) cancel();
              return running;
            }}
            faultyLine={place?.line}
          />
          <RunBar state={state} text={text} onRun={() => void run(text)} onCancel={cancel} />
          <Answer state={state} onOpen={open} onGoTo={place === undefined ? undefined : () => goTo(place.offset)} />
        </div>
        <SidePanel
          history={history}
          onOpen={open}
          onInsert={(name) => {
            if (area.current !== null) applyEdit(area.current, (before) => insertedName(before, name));
          }}
        />
      </div>
    </>
  );
}

/** What the last statement came to. */
function useTitle(state: RunState): string {
  const { t } = useTranslation();
  const format = useFormat();
  switch (state.kind) {
    case 'running':
      return t('sql.titleRunning');
    case 'done': {
      const count = state.answer.rows.length;
      const time = secondsText(state.seconds, format.number);
      return state.answer.more ? t('sql.titleMore', { count, time }) : t('sql.titleDone', { count, time });
    }
    case 'failed':
      return t('sql.titleFailed');
    case 'cancelled':
      return t('sql.titleCancelled');
    default:
      return t('sql.title');
  }
}

/** Seconds with as many decimals as one can feel. */
function secondsText(seconds: number, number: (value: number, decimals: number) => string): string {
  return number(seconds, seconds < 10 ? 2 : 1);
}
