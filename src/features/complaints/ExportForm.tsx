import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import controls from '../../ui/controls.module.css';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextButton } from '../../ui/TextButton';
import type { ExportOptions } from './export-csv';
import classes from './FilterForm.module.css';

interface ExportFormProps {
  readonly rows: number;
  /** Shown, those with people in them included. */
  readonly columns: number;
  /** Labels of the shown columns with people in them. */
  readonly people: readonly string[];
  /** Why the last try came to nothing. */
  readonly failure: string | undefined;
  readonly onExport: (options: ExportOptions) => void;
}

/** What goes into the file, said before it is made. */
export function ExportForm({ rows, columns, people, failure, onExport }: ExportFormProps) {
  const { t } = useTranslation();
  const [options, setOptions] = useState<ExportOptions>({ canonical: false, people: false });
  const written = options.people ? columns : columns - people.length;
  return (
    <form
      className={classes.form}
      aria-label={t('complaints.export')}
      onSubmit={(event) => {
        event.preventDefault();
        onExport(options);
      }}
    >
      <p className={classes.lead}>{t('complaints.exportWhat', { count: rows, columns: written })}</p>
      <label className={controls.choice}>
        <input
          type="checkbox"
          checked={options.canonical}
          onChange={(event) => setOptions({ ...options, canonical: event.target.checked })}
        />
        {t('complaints.exportCanonical')}
      </label>
      {people.length > 0 && (
        <label className={controls.choice}>
          <input
            type="checkbox"
            checked={options.people}
            onChange={(event) => setOptions({ ...options, people: event.target.checked })}
          />
          {t('complaints.exportPeople', { columns: people.join(t('common.listSeparator')) })}
        </label>
      )}
      {failure !== undefined && (
        <ErrorNote what={t('complaints.exportFailed')} why={failure} todo={t('complaints.exportFailedHint')} />
      )}
      <div className={classes.actions}>
        <span className={controls.hint}>{t('complaints.exportSafe')}</span>
        <TextButton strong submit>
          {t('complaints.exportRun')}
        </TextButton>
      </div>
    </form>
  );
}
