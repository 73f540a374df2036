import { useTranslation } from 'react-i18next';
import { readTime } from '../../../data/ingest/meaning/read-time';
import type { DateOrder, TimePlan } from '../../../data/ingest/plan';
import { Select } from '../../../ui/Select';
import { useFormat } from '../../../ui/use-format';
import classes from './MappingTable.module.css';

interface TimeReadingProps {
  readonly time: TimePlan;
  readonly onOrder: (order: DateOrder) => void;
}

const SHOWN = 4;

/** How the dates of a column are read: an example of each way of writing, and the order that was decided. */
export function TimeReading({ time, onOrder }: TimeReadingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shapes = [...time.shapes].sort((a, b) => b.count - a.count);
  const rest = shapes.length - SHOWN;
  return (
    <div className={classes.reading}>
      {shapes.slice(0, SHOWN).map(({ shape, sample, format: written, count }) => {
        const read = written === null ? undefined : readTime(sample, written);
        return (
          <span key={shape}>
            {sample} → {written === null ? t('review.unreadable') : (read ?? written)}{' '}
            <span className={classes.count}>{format.number(count)}</span>
          </span>
        );
      })}
      {rest > 0 && <span className={classes.count}>{t('review.moreShapes', { count: rest })}</span>}
      {time.order !== undefined && <OrderSelect order={time.order} decidedBy={time.decidedBy} onOrder={onOrder} />}
    </div>
  );
}

interface OrderSelectProps {
  readonly order: DateOrder;
  readonly decidedBy: TimePlan['decidedBy'];
  readonly onOrder: (order: DateOrder) => void;
}

const ORDERS: readonly DateOrder[] = ['ymd', 'mdy', 'dmy'];

/** The order of year, month and day, what decided it, and the way to change it. */
function OrderSelect({ order, decidedBy, onOrder }: OrderSelectProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.order} title={t('review.orderAll')}>
      <Select
        label={t('review.order')}
        value={order}
        options={ORDERS.map((id) => ({ value: id, label: t(`dateOrder.${id}`) }))}
        onChange={onOrder}
        outlined
      />
      {decidedBy !== undefined && <span>{t(`decidedBy.${decidedBy}`)}</span>}
    </span>
  );
}
