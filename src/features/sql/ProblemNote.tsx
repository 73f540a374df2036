import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { QueryProblem } from '../../analysis/query-problem';
import { TextButton } from '../../ui/TextButton';
import classes from './Sql.module.css';

/** SQL in the advice. */
const TIME = "TIMESTAMP '2025-03-01 00:00'";
const FUNCTIONS = 'SELECT function_name FROM duckdb_functions()';

interface ProblemNoteProps {
  readonly problem: QueryProblem;
  readonly sql: string;
  readonly onGoTo: (() => void) | undefined;
}

/** Why a statement gave no answer: what happened, where, the engine's words, what to do. */
export function ProblemNote({ problem, sql, onGoTo }: ProblemNoteProps) {
  const { t } = useTranslation();
  const { kind, subject, message, place } = problem;
  return (
    <div role="alert" className={classes.problem}>
      <p className={classes.what}>▲ {t(`sqlProblem.${kind}.what` as ParseKeys, { subject })}</p>
      {place !== undefined && (
        <>
          <p className={classes.where}>
            {t('sql.place', { line: place.line, column: place.column })}
            {onGoTo !== undefined && (
              <TextButton quiet onClick={onGoTo}>
                {t('sql.goTo')}
              </TextButton>
            )}
          </p>
          <pre className={classes.drawing}>{drawing(sql, place)}</pre>
        </>
      )}
      {message !== '' && (
        <p className={classes.engineWords}>
          <span className={classes.dim}>{t('sql.engineSays')}</span> {message}
        </p>
      )}
      <p className={classes.todo}>{t(`sqlProblem.${kind}.todo` as ParseKeys, { time: TIME, functions: FUNCTIONS })}</p>
    </div>
  );
}

/** Letters shown on each side of the place. */
const AROUND = 70;

/** The line with a mark below the place; of a long line the part around it. */
function drawing(sql: string, { line, column }: { readonly line: number; readonly column: number }): string {
  const text = sql.split('\n')[line - 1] ?? '';
  const from = Math.max(0, column - 1 - AROUND);
  const head = `${line} │ ${from > 0 ? '…' : ''}`;
  const shown = text.slice(from, column - 1 + AROUND);
  const before = head + text.slice(from, column - 1);
  return `${head}${shown}\n${before.replace(/[^\t]/g, (letter) => (letter > '\u2e7f' ? '\u3000' : ' '))}▲`;
}
