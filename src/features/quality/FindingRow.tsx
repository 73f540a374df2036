import { useTranslation } from 'react-i18next';
import type { Judged } from '../../analysis/quality-decisions';
import type { Finding } from '../../analysis/quality-finding';
import type { Severity } from '../../domain/quality';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { ImportBars } from './ImportBars';
import classes from './Quality.module.css';
import { shareText } from './share-text';
import { useFindingText } from './use-finding-text';

interface FindingRowProps {
  readonly judged: Judged;
  /** Its drawer is open. */
  readonly current: boolean;
  readonly onOpen: (finding: Finding) => void;
  readonly onTakeBack: (id: string) => void;
}

const MARKS: Readonly<Record<Severity, string>> = { serious: '▲', notable: '●', minor: '○' };

/** What is wrong, what it costs, how much of it there is, and since when. */
export function FindingRow({ judged: { finding, acceptance, grown }, current, onOpen, onTakeBack }: FindingRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, cost, examples } = useFindingText()(finding);
  const { severity, count, of, share, basis } = finding;
  return (
    <tr className={current ? classes.current : undefined}>
      <td className={`${classes.short} ${classes[severity]}`}>
        {MARKS[severity]} {t(`quality.severity.${severity}`)}
      </td>
      <th scope="row">
        <button type="button" className={classes.open} onClick={() => onOpen(finding)}>
          {title}
        </button>
        <p className={classes.cost}>{cost}</p>
        {acceptance !== undefined && (
          <p className={classes.remark}>
            {grown
              ? t('quality.grown', { before: acceptance.count, reason: acceptance.reason })
              : t('quality.acceptedBy', {
                  by: acceptance.by,
                  at: format.date(acceptance.at),
                  reason: acceptance.reason,
                })}{' '}
            <TextButton quiet onClick={() => onTakeBack(finding.id)}>
              {t('quality.accept.undo')}
            </TextButton>
          </p>
        )}
      </th>
      <td className={classes.number}>
        {format.number(count)}
        <br />
        <span className={classes.basis}>{t('quality.ofAll', { of })}</span>
      </td>
      <td className={classes.number}>
        {shareText(format, share)}
        <br />
        <span className={classes.basis}>{t(`quality.basis.${basis}`)}</span>
      </td>
      <td className={classes.examples}>{examples.join(' · ')}</td>
      <td>
        <ImportBars counts={finding.byFile} label={t('quality.byImport', { finding: title })} />
      </td>
    </tr>
  );
}
