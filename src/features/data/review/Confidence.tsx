import { useTranslation } from 'react-i18next';
import classes from './MappingTable.module.css';

const SURE = 0.85;
const LIKELY = 0.6;

interface ConfidenceProps {
  /** 0…1 */
  readonly value: number;
  /** Who said what the column is, if anybody did. */
  readonly by: 'person' | 'profile' | undefined;
}

/** How sure the app is of a column: a small bar, and a word for those who cannot measure it. */
export function Confidence({ value, by }: ConfidenceProps) {
  const { t } = useTranslation();
  const word =
    by === 'person'
      ? t('review.told')
      : by === 'profile'
        ? t('review.toldByProfile')
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
