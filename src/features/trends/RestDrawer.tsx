import { useTranslation } from 'react-i18next';
import type { RankedItem } from '../../ui/charts/plot';
import { Drawer } from '../../ui/Drawer';
import { TextButton } from '../../ui/TextButton';
import { isValue, useDrill } from '../../ui/view/drill';
import classes from './RestDrawer.module.css';

interface RestDrawerProps {
  readonly title: string;
  readonly dimension: string;
  /** What the chart lumps together, largest first. */
  readonly items: readonly RankedItem[];
  readonly format: (value: number | null) => string;
  readonly unit: string;
  readonly onClose: () => void;
}

/** What is in "Other", each to narrow to. */
export function RestDrawer({ title, dimension, items, format, unit, onClose }: RestDrawerProps) {
  const { t } = useTranslation();
  const { narrow } = useDrill();
  const pick = (value: string | null) => {
    onClose();
    narrow([isValue(dimension, value)]);
  };
  return (
    <Drawer title={title} onClose={onClose}>
      <p className={classes.unit}>{t('trends.inUnit', { unit })}</p>
      <ul className={classes.list}>
        {items.map(({ key, label, value }) => (
          <li key={String(key)} className={classes.item}>
            <TextButton quiet onClick={() => pick(key)}>
              {label}
            </TextButton>
            <span>{format(value)}</span>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
