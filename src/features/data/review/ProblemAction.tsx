import { useTranslation } from 'react-i18next';
import type { DateOrder, FilePlan, ImportOptions, Problem } from '../../../data/ingest/plan';
import { TextButton } from '../../../ui/TextButton';
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
    default:
      return null;
  }
}
