import { useTranslation } from 'react-i18next';
import type { Judged } from '../../analysis/quality-decisions';
import type { Finding } from '../../analysis/quality-finding';
import { LATE_DAYS } from '../../domain/quality-times';
import { useFileName } from '../../session/use-file-name';
import type { TableText } from '../../ui/csv';
import { EmptyState } from '../../ui/EmptyState';
import { Figure } from '../../ui/Figure';
import { useFormat } from '../../ui/use-format';
import { FindingRow } from './FindingRow';
import classes from './Quality.module.css';
import { useFindingText } from './use-finding-text';

interface FindingsFigureProps {
  /** Undefined while the data are looked through. */
  readonly found: { readonly open: readonly Judged[]; readonly accepted: readonly Judged[] } | undefined;
  readonly covered: string | undefined;
  readonly refreshing: boolean;
  readonly openId: string | undefined;
  readonly onOpen: (finding: Finding) => void;
  readonly onTakeBack: (id: string) => void;
}

/** Height that the list is given while it is not there, in pixels. */
const HEIGHT = 320;

/** Everything that is wrong, the costliest first; what was accepted is folded away, and counted. */
export function FindingsFigure({ found, covered, refreshing, openId, onOpen, onTakeBack }: FindingsFigureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const table = useTable();
  const { open = [], accepted = [] } = found ?? {};
  const rows = (of: readonly Judged[]) =>
    of.map((one) => (
      <FindingRow
        key={one.finding.id}
        judged={one}
        current={one.finding.id === openId}
        onOpen={onOpen}
        onTakeBack={onTakeBack}
      />
    ));
  return (
    <Figure
      title={t('quality.findings')}
      state={{ kind: found === undefined ? 'loading' : refreshing ? 'refreshing' : 'ready' }}
      height={found === undefined ? HEIGHT : 0}
      footnote={t('quality.footnote', { days: LATE_DAYS, covered: format.date(covered) })}
      actions={{ fileName: t('quality.fileName'), table: () => table([...open, ...accepted]) }}
    >
      {open.length === 0 ? (
        <EmptyState title={t('quality.noneHere')}>{t('quality.noneHereHint')}</EmptyState>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <Head />
            <tbody>{rows(open)}</tbody>
          </table>
        </div>
      )}
      {accepted.length > 0 && (
        <details className={classes.accepted}>
          <summary>{t('quality.acceptedCount', { count: accepted.length })}</summary>
          <div className={classes.scroll}>
            <table className={classes.table}>
              <Head />
              <tbody>{rows(accepted)}</tbody>
            </table>
          </div>
        </details>
      )}
    </Figure>
  );
}

function Head() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('quality.head.severity')}</th>
        <th scope="col">{t('quality.head.finding')}</th>
        <th scope="col" className={classes.number}>
          {t('quality.head.count')}
        </th>
        <th scope="col" className={classes.number}>
          {t('quality.head.share')}
        </th>
        <th scope="col">{t('quality.head.examples')}</th>
        <th scope="col">{t('quality.head.trend')}</th>
      </tr>
    </thead>
  );
}

/** The findings as text, for copying and export. */
function useTable(): (found: readonly Judged[]) => TableText {
  const { t } = useTranslation();
  const format = useFormat();
  const textOf = useFindingText();
  const fileName = useFileName();
  return (found) => ({
    header: [
      t('quality.head.severity'),
      t('quality.head.finding'),
      t('quality.drawer.fix'),
      t('quality.head.count'),
      t('quality.head.of'),
      t('quality.head.share'),
      t('quality.head.examples'),
      t('quality.head.trend'),
    ],
    rows: found.map(({ finding }) => {
      const { title, cost, fix, examples } = textOf(finding);
      const files = finding.byFile
        .filter(({ count }) => count > 0)
        .map(({ file, count }) => `${fileName(file)} ${format.number(count)}`);
      return [
        t(`quality.severity.${finding.severity}`),
        `${title}${t('common.sentenceSeparator')} ${cost}`,
        fix,
        finding.count,
        finding.of,
        `${format.percent(finding.share, 2)} ${t(`quality.basis.${finding.basis}`)}`,
        examples.join(' · '),
        files.join(' · '),
      ];
    }),
  });
}
