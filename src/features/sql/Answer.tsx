import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SHOWN_ROWS, type TypedAnswer } from '../../analysis/typed-query';
import { EmptyState } from '../../ui/EmptyState';
import { DataTable } from '../../ui/table/DataTable';
import { useFormat } from '../../ui/use-format';
import { useRoomBelow } from '../../ui/use-room-below';
import { answerColumns, answerRows, shortType } from './answer-table';
import { Examples } from './Examples';
import { ProblemNote } from './ProblemNote';
import { maskOf, personalColumns } from './people';
import classes from './Sql.module.css';
import type { RunState } from './use-query-run';

/** Pixels that the rows have at the least. */
const LEAST = 260;

interface AnswerProps {
  readonly state: RunState;
  /** Puts a statement into the editor. */
  readonly onOpen: (sql: string) => void;
  /** Puts the cursor where the engine stumbled; undefined when the text is no longer the one that was run. */
  readonly onGoTo: (() => void) | undefined;
}

/** What a statement came to: rows, why there are none, or what could be asked. */
export function Answer({ state, onOpen, onGoTo }: AnswerProps) {
  const { t } = useTranslation();
  switch (state.kind) {
    case 'idle':
      return <Examples onOpen={onOpen} />;
    case 'running':
      return <div className={classes.running} role="status" aria-label={t('sql.titleRunning')} />;
    case 'cancelled':
      return <EmptyState title={t('sql.cancelled')}>{t('sql.cancelledHint')}</EmptyState>;
    case 'failed':
      return <ProblemNote problem={state.problem} sql={state.sql} onGoTo={onGoTo} />;
    case 'done':
      return <Rows key={state.id} answer={state.answer} id={state.id} />;
  }
}

function Rows({ answer, id }: { readonly answer: TypedAnswer; readonly id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [revealed, setRevealed] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const height = useRoomBelow(place, LEAST);
  const columns = useMemo(() => answerColumns(answer, revealed, format), [answer, revealed, format]);
  const rows = useMemo(() => answerRows(answer, id), [answer, id]);
  const types = useMemo(() => new Map(answer.columns.map(({ type }, at) => [`c${at}`, type])), [answer]);
  const people = personalColumns(answer.columns);
  const masked = maskOf(answer.columns) !== undefined;
  return (
    <>
      {(answer.more || masked) && (
        <div className={classes.notes}>
          {answer.more && <span>{t('sql.more', { limit: format.number(SHOWN_ROWS) })}</span>}
          {masked && (
            <label className={classes.choice} title={t('sql.maskedHint')}>
              <input type="checkbox" checked={revealed} onChange={(event) => setRevealed(event.target.checked)} />
              {people.length > 0
                ? t('sql.reveal', { columns: people.join(t('common.listSeparator')) })
                : t('sql.revealValues')}
            </label>
          )}
        </div>
      )}
      <div ref={place} className={classes.rows}>
        {answer.rows.length === 0 ? (
          <EmptyState title={t('sql.noRows')}>{t('sql.noRowsHint')}</EmptyState>
        ) : (
          <DataTable
            key={String(revealed)}
            label={t('sql.answer')}
            columns={columns}
            source={rows}
            height={height}
            exportName={t('sql.export')}
            headerTool={({ id: column }) => (
              <span className={classes.type} title={types.get(column)}>
                {shortType(types.get(column) ?? '')}
              </span>
            )}
          />
        )}
      </div>
    </>
  );
}
