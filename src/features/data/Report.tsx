import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../data/ingest/kept/journal';
import type { Difference } from '../../data/ingest/load/compare';
import type { ImportReport } from '../../data/ingest/plan';
import { useWorkspaceData } from '../../session/hooks';
import type { Remembered } from '../../session/import-job';
import type { Format } from '../../ui/format';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import data from './Data.module.css';
import { UndoImport } from './history/UndoImport';
import { ProblemList } from './ProblemList';
import classes from './Report.module.css';

interface ReportProps {
  readonly reports: readonly ImportReport[];
  /** What was kept of how the files were read. */
  readonly remembered: ReadonlyMap<ImportReport, Remembered>;
  /** Leads to what was kept aside of a file, or of all. */
  readonly onShowKept: (file: number | undefined) => void;
  readonly onClose: () => void;
}

/** What the import did, file by file, so that every row read is accounted for. */
export function Report({ reports, remembered, onShowKept, onClose }: ReportProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const entryOf = (report: ImportReport) => workspace.journal.find((entry) => entry.report === report);
  const taken = reports.filter((report) => entryOf(report) !== undefined);
  const rows = taken.reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0);
  const title =
    taken.length === 0
      ? t('report.titleNone')
      : taken.length === reports.length
        ? t('report.titleAll', { count: taken.length, rows })
        : t('report.titleSome', { count: taken.length, all: reports.length, rows });
  return (
    <section className={data.panel} data-testid="import-report" aria-live="polite">
      <div className={data.heading}>
        <h2>{title}</h2>
        <div className={data.facts}>
          {taken.length > 0 && (
            <Link to="/overview" className={classes.next}>
              {t('report.see')}
            </Link>
          )}
          <TextButton quiet onClick={onClose}>
            {t('report.close')}
          </TextButton>
        </div>
      </div>
      {reports.map((report) => {
        const entry = entryOf(report);
        return (
          <article key={entry?.id ?? report.file} className={classes.file}>
            <h3>{report.file}</h3>
            {entry === undefined ? (
              <p className={classes.refused}>▲ {t('report.notIn')}</p>
            ) : (
              <Account entry={entry} onShowKept={() => onShowKept(entry.id)} />
            )}
            <ProblemList problems={report.problems} />
            <RememberedNote remembered={remembered.get(report)} />
            {entry?.plan.problems.some(({ level }) => level === 'ask') && (
              <p className={data.facts}>{t('report.asked')}</p>
            )}
          </article>
        );
      })}
    </section>
  );
}

/** That the next file from the same source will be read like this one. */
function RememberedNote({ remembered }: { readonly remembered: Remembered | undefined }) {
  const { t } = useTranslation();
  if (remembered === undefined) return null;
  return (
    <p className={data.facts}>
      {'profile' in remembered
        ? t('report.keptAs', { profile: remembered.profile })
        : t('report.notKept', { message: remembered.failed })}
    </p>
  );
}

interface AccountProps {
  readonly entry: JournalEntry;
  readonly onShowKept: () => void;
}

/** Rows read = accepted + rejected, the way to those that were not, and what the file changed, with the way back. */
function Account({ entry, onShowKept }: AccountProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { report, difference } = entry;
  const { rowsRead, rowsAccepted, rowsRejected, cellIssues } = report;
  const shown = {
    read: format.number(rowsRead),
    accepted: format.number(rowsAccepted),
    rejected: format.number(rowsRejected),
  };
  return (
    <p className={data.facts}>
      <span className={classes.equation}>{t('report.equation', shown)}</span>
      {report.cases != null && <span>{t('report.cases', { events: rowsAccepted, cases: report.cases })}</span>}
      {cellIssues > 0 && <span>{t('report.cellIssues', { count: cellIssues })}</span>}
      {difference !== undefined && <span>{t('history.short', counted(difference, format))}</span>}
      {(rowsRejected > 0 || cellIssues > 0) && (
        <TextButton quiet onClick={onShowKept}>
          {rowsRejected > 0 ? t('report.rejected') : t('report.cells')}
        </TextButton>
      )}
      <UndoImport entry={entry} quiet />
    </p>
  );
}

function counted({ added, changed, unchanged, vanished }: Difference, format: Format) {
  return {
    added: format.number(added),
    changed: format.number(changed),
    unchanged: format.number(unchanged),
    vanished: format.number(vanished),
  };
}
