import type { Mover } from '../../analysis/movers';
import type { OverviewQuestion } from '../../analysis/overview';
import { changeFigure, stateOf } from '../../ui/change-text';
import { Delta } from '../../ui/Delta';
import { useLabels } from '../../ui/labels';
import { useReading } from '../../ui/reading';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { isValue, useDrill } from '../../ui/view/drill';
import { ChangeBar } from './ChangeBar';
import classes from './figures.module.css';

interface MoverRowProps {
  readonly mover: Mover;
  readonly question: OverviewQuestion;
  /** The largest excess of the list, either way: a full bar. */
  readonly largest: number;
}

/** One value that moved. Its name leads to its development. */
export function MoverRow({ mover: { dimension, value, month, change }, question, largest }: MoverRowProps) {
  const format = useFormat();
  const labels = useLabels();
  const { openTrends } = useDrill();
  const reading = useReading({ id: question.measure, per: question.per }, change.basis === question.per);
  const counts = useReading({ id: question.measure, per: 'count' });
  const sign = change.excess > 0 ? '+' : '−';
  return (
    <tr>
      <th scope="row">
        <TextButton quiet onClick={() => openTrends([isValue(dimension, value)])}>
          {labels.value(dimension, value)}
        </TextButton>
        <span className={classes.dimension}>{labels.column(dimension)}</span>
      </th>
      <td className={classes.number}>{reading.format(reading.value(month))}</td>
      <td className={classes.number}>{reading.format(change.before)}</td>
      <td>
        <ChangeBar share={change.excess / largest} text={`${sign}${counts.format(Math.abs(change.excess))}`} />
      </td>
      <td>
        <Delta state={stateOf(change)}>{changeFigure(change, format)}</Delta>
      </td>
    </tr>
  );
}
