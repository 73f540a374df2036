import { useTranslation } from 'react-i18next';
import type { ComplaintList } from '../../../analysis/complaints';
import { complaintKey } from '../../../data/queries/complaint-lookup';
import { IconButton } from '../../../ui/IconButton';
import { useKeys } from '../../../ui/use-keys';
import classes from './ComplaintDrawer.module.css';

interface StepsProps {
  readonly list: ComplaintList | undefined;
  readonly position: number | undefined;
  /** Told the key of the neighbour. */
  readonly onOpen: (key: string) => void;
}

/** Where the complaint stands in the list, and the ways to its neighbours: buttons, and the keys ← and → outside the table. */
export function Steps({ list, position, onOpen }: StepsProps) {
  const { t } = useTranslation();
  const placed = list !== undefined && position !== undefined;
  const isThere = (at: number) => placed && at >= 0 && at < list.rowCount;
  const step = (by: -1 | 1): boolean => {
    if (!placed || !isThere(position + by)) return false;
    const keys = ['complaint_no', 'source_file', 'source_row'];
    void list.rows(position + by, position + by + 1, keys).then(([row]) => row && onOpen(complaintKey(row)));
    return true;
  };
  useKeys((key) => {
    if (key === 'ArrowLeft') return step(-1);
    return key === 'ArrowRight' && step(1);
  });
  return (
    <div className={classes.steps}>
      <span>
        {placed
          ? t('complaints.position', { at: position + 1, count: list.rowCount })
          : list !== undefined && t('complaints.notInList')}
      </span>
      <span>
        <IconButton
          icon="earlier"
          label={t('complaints.previous')}
          aria-keyshortcuts="ArrowLeft"
          disabled={!placed || !isThere(position - 1)}
          onClick={() => step(-1)}
        />
        <IconButton
          icon="later"
          label={t('complaints.next')}
          aria-keyshortcuts="ArrowRight"
          disabled={!placed || !isThere(position + 1)}
          onClick={() => step(1)}
        />
      </span>
    </div>
  );
}
