import { useTranslation } from 'react-i18next';
import type { ReadTable } from '../../domain/coding-table';
import classes from './Coding.module.css';

interface ReadNoteProps {
  /** What came of a file; undefined before one was read. */
  readonly read: ReadTable<unknown> | 'unreadable' | undefined;
  /** What to say of a file without the column that is needed. */
  readonly headless: string;
  /** What to say of lines that could not be used. */
  readonly bad: (lines: string) => string;
}

const SHOWN = 20;

/** What was taken in from a file, and which of its lines were not. */
export function ReadNote({ read, headless, bad }: ReadNoteProps) {
  const { t } = useTranslation();
  if (read === undefined) return null;
  const problem = read === 'unreadable' ? t('coding.files.unreadable') : read.headless ? headless : undefined;
  if (problem !== undefined || read === 'unreadable')
    return (
      <p role="alert" className={classes.lack}>
        ▲ {problem}
      </p>
    );
  return (
    <>
      <p role="status" className={classes.dim}>
        {t('coding.files.imported', { count: read.rows.length })}
      </p>
      {read.bad.length > 0 && (
        <p className={classes.ask}>○ {bad(read.bad.slice(0, SHOWN).join(t('common.listSeparator')))}</p>
      )}
    </>
  );
}
