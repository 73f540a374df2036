import type { Mover } from '../../analysis/movers';
import type { OverviewQuestion } from '../../analysis/overview';
import { changeFigure, stateOf } from '../../ui/change-text';
import { Delta } from '../../ui/Delta';
import { useLabels } from '../../ui/labels';
import { NumberLink } from '../../ui/NumberLink';
import { useReading } from '../../ui/reading';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { isValue, useDrill } from '../../ui/view/drill';
import { ChangeBar } from './ChangeBar';
import { excessText } from './excess-text';
import classes from './figures.module.css';
import { useMonthRows } from './use-month-rows';

interface MoverRowProps {
  readonly mover: Mover;
  readonly question: OverviewQuestion;
  /** First day of the month under review. */
  readonly period: string;
  /** The largest excess of the list, either way: a full bar. */
  readonly largest: number;
}

/** One value that moved. Its name leads to its development, its number to its complaints. */
export function MoverRow({ mover: { dimension, value, month, change }, question, period, largest }: MoverRowProps) {
  const format = useFormat();
  const labels = useLabels();
  const { openTrends } = useDrill();
  const openRows = useMonthRows(period);
  const reading = useReading({ id: question.measure, per: question.per }, change.basis === question.per);
  const counts = useReading({ id: question.measure, per: 'count' });
  return (
    <tr>
      <th scope="row">
        <TextButton quiet onClick={() => openTrends([isValue(dimension, value)])}>
          {labels.value(dimension, value)}
        </TextButton>
        <span className={classes.dimension}>{labels.column(dimension)}</span>
      </th>
      <td className={classes.number}>
        <NumberLink onClick={() => openRows([isValue(dimension, value)])}>
          {reading.format(reading.value(month))}
        </NumberLink>
      </td>
      <td className={classes.number}>{reading.format(change.before)}</td>
      <td>
        <ChangeBar share={change.excess / largest} text={excessText(change.excess, counts.format)} />
      </td>
      <td className={classes.changed}>
        <Delta state={stateOf(change)}>{changeFigure(change, format)}</Delta>
      </td>
    </tr>
  );
}
