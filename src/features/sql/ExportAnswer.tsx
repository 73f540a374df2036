import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedAnswer } from '../../analysis/typed-query';
import { useWorkspaceData } from '../../session/hooks';
import { ExportPopover } from '../../ui/ExportPopover';
import { TextButton } from '../../ui/TextButton';
import { exportAnswer } from './export-answer';
import { maskOf } from './people';
import classes from './Sql.module.css';

interface ExportAnswerProps {
  readonly sql: string;
  readonly answer: TypedAnswer;
}

/** Runs the statement once more and writes all its rows into a CSV file. */
export function ExportAnswer({ sql, answer }: ExportAnswerProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const [people, setPeople] = useState(false);
  return (
    <ExportPopover label={t('sql.export')} working={t('sql.exporting')} fileName={`${t('sql.fileName')}.csv`}>
      {(start, failure) => (
        <div className={classes.form}>
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
          {failure !== undefined && (
            <p role="alert">
              ▲ {t('sql.exportFailed')} {failure}
            </p>
          )}
          <TextButton
            strong
            onClick={() =>
              start((signal, onProgress) => exportAnswer({ source: workspace, sql, people, signal, onProgress }))
            }
          >
            {t('sql.exportRun')}
          </TextButton>
        </div>
      )}
    </ExportPopover>
  );
}
