import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../data/ingest/plan';
import { useWorkspaceData } from '../../session/hooks';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import data from './Data.module.css';
import { ProblemList } from './ProblemList';
import classes from './Report.module.css';

interface ReportProps {
  readonly reports: readonly ImportReport[];
  /** Leads to what was kept aside of a file, or of all. */
  readonly onShowKept: (file: number | undefined) => void;
  readonly onClose: () => void;
}

/** What the import did, file by file, so that every row read is accounted for. */
export function Report({ reports, onShowKept, onClose }: ReportProps) {
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
              <Account report={report} replaced={entry.replaced} onShowKept={() => onShowKept(entry.id)} />
            )}
            <ProblemList problems={report.problems} />
            {entry !== undefined && report.problems.some(({ level }) => level === 'ask') && (
              <p className={data.facts}>{t('report.asked')}</p>
            )}
          </article>
        );
      })}
    </section>
  );
}

interface AccountProps {
  readonly report: ImportReport;
  readonly replaced: number;
  readonly onShowKept: () => void;
}

/** Rows read = accepted + rejected, and the way to those that were not. */
function Account({ report, replaced, onShowKept }: AccountProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rowsRead, rowsAccepted, rowsRejected, cellIssues } = report;
  const shown = {
    read: format.number(rowsRead),
    accepted: format.number(rowsAccepted),
    rejected: format.number(rowsRejected),
  };
  return (
    <p className={data.facts}>
      <span className={classes.equation}>{t('report.equation', shown)}</span>
      {cellIssues > 0 && <span>{t('report.cellIssues', { count: cellIssues })}</span>}
      {replaced > 0 && <span>{t('report.replaced', { count: replaced })}</span>}
      {(rowsRejected > 0 || cellIssues > 0) && (
        <TextButton quiet onClick={onShowKept}>
          {rowsRejected > 0 ? t('report.rejected') : t('report.cells')}
        </TextButton>
      )}
    </p>
  );
}
