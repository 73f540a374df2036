import { useTranslation } from 'react-i18next';
import type { DateOrder, FilePlan, ImportOptions, Problem } from '../../../data/ingest/plan';
import { TextButton } from '../../../ui/TextButton';
import { withTable } from './options';
import classes from './Review.module.css';

interface ProblemActionProps {
  readonly problem: Problem;
  readonly plan: FilePlan;
  readonly options: ImportOptions;
  readonly onChange: (options: ImportOptions) => void;
}

/** One click for what a question asks most often: that the app guessed right. */
export function ProblemAction({ problem: { code, details }, plan, options, onChange }: ProblemActionProps) {
  const { t } = useTranslation();
  const { encoding, delimiter } = plan.dialect;
  const agree = (label: string, told: ImportOptions) => (
    <div className={classes.agree}>
      <TextButton onClick={() => onChange({ ...options, ...told })}>{label}</TextButton>
    </div>
  );
  switch (code) {
    case 'encodingUnsure':
      return agree(t('review.encodingRight'), { encoding });
    case 'dialectUnsure':
      return agree(t('review.dialectRight'), { delimiter });
    case 'dateOrderAssumed':
      return agree(t('review.orderRight', { order: t(`dateOrder.${details.order as DateOrder}`) }), {
        dateOrder: details.order as DateOrder,
      });
    case 'severalTables':
      return (
        <div className={classes.agree}>
          {plan.part?.tables.map(({ place, names }, table) => (
            <TextButton
              key={place}
              aria-pressed={table === plan.part?.table}
              onClick={() => onChange(withTable(options, table))}
            >
              {t('review.table', { place, names })}
            </TextButton>
          ))}
        </div>
      );
    case 'eventLog':
      return (
        <div className={classes.agree}>
          <TextButton onClick={() => onChange({ ...options, events: true })}>{t('review.asEvents')}</TextButton>
          <TextButton onClick={() => onChange({ ...options, events: false })}>{t('review.asComplaints')}</TextButton>
        </div>
      );
    case 'profileApplied':
    case 'profileTaken':
      return agree(t('review.profileUndo'), { profile: false });
    case 'profileOffered':
      return (
        <div className={classes.agree}>
          <TextButton onClick={() => onChange({ ...options, profile: String(details.id) })}>
            {t('review.profileApply')}
          </TextButton>
          <TextButton onClick={() => onChange({ ...options, profile: false })}>{t('review.profileLeave')}</TextButton>
        </div>
      );
    case 'profileDeclined':
      return agree(t('review.profileApply'), { profile: String(details.id) });
    case 'eventsTaken':
      return agree(t('review.asComplaints'), { events: false });
    case 'eventsDeclined':
    case 'notAKey':
    case 'repeatedKeys':
      return agree(t('review.asEvents'), { events: true });
    default:
      return null;
  }
}
