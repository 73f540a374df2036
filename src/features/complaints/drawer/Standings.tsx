import { useTranslation } from 'react-i18next';
import type { ComplaintRow } from '../../../analysis/complaints';
import { type Reason, standings } from '../../../analysis/standing';
import { useWorkspaceData } from '../../../session/hooks';
import { useMeasureNames } from '../../../session/measure-name';
import type { Wording } from '../cell-text';
import classes from './ComplaintDrawer.module.css';

/** In which measures the complaint counts, and why not in the others. */
export function Standings({ row, wording }: { readonly row: ComplaintRow; readonly wording: Wording }) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const { nameOf } = useMeasureNames();
  const because = useReasonText(wording);
  const all = standings(row, new Set(workspace.facts.complaint.stored));
  const counted = all.filter(({ counts }) => counts).map(({ measure }) => nameOf(measure));
  return (
    <section aria-label={t('complaints.counting')}>
      <h3 className={classes.heading}>{t('complaints.counting')}</h3>
      <ul className={classes.plain}>
        {counted.length > 0 && (
          <li>
            {t('complaints.countsIn', { measures: counted.join(wording.separator) })}
            {row.is_unjudged === true && row.is_safety !== true && t('complaints.unjudged')}
          </li>
        )}
        {all
          .filter(({ counts }) => !counts)
          .map(({ measure, reasons }) => (
            <li key={measure} className={classes.dim}>
              {t('complaints.countsNot', {
                measure: nameOf(measure),
                why: reasons.map(because).join(t('complaints.whySeparator')),
              })}
            </li>
          ))}
      </ul>
    </section>
  );
}

function useReasonText({ labels }: Wording): (reason: Reason) => string {
  const { t } = useTranslation();
  const { nameOf } = useMeasureNames();
  return (reason) => {
    switch (reason.kind) {
      case 'is': {
        const [field, value] = [labels.column(reason.field), labels.value(reason.field, reason.value)];
        return t('complaints.whyIs', { field, value });
      }
      case 'ageing':
        return t('complaints.whyAgeing');
      case 'noFailure':
        return t('complaints.whyNoFailure');
      case 'notQuality':
        return t('complaints.whyNotQuality', { measure: nameOf('quality') });
      case 'noFinding':
        return t('complaints.whyNoFinding');
      case 'notSafety':
        return t('complaints.whyNotSafety');
    }
  };
}
