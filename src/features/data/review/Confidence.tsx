import { useTranslation } from 'react-i18next';
import classes from './MappingTable.module.css';

const SURE = 0.85;
const LIKELY = 0.6;

interface ConfidenceProps {
  /** 0…1 */
  readonly value: number;
  /** The user said what the column is. */
  readonly told: boolean;
}

/** How sure the app is of a column: a small bar, and a word for those who cannot measure it. */
export function Confidence({ value, told }: ConfidenceProps) {
  const { t } = useTranslation();
  const word = told
    ? t('review.told')
    : value >= SURE
      ? t('review.sure')
      : value >= LIKELY
        ? t('review.likely')
        : t('review.unsure');
  return (
    <span className={classes.confidence}>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} style={{ width: `${Math.round(value * 100)}%` }} />
      </span>
      {word}
    </span>
  );
}
