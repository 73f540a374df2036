import { useTranslation } from 'react-i18next';
import type { Mover } from '../../analysis/movers';
import type { Overview } from '../../analysis/overview';
import { useMeasureNames } from '../../session/measure-name';
import { changeClause, changeFigure } from '../../ui/change-text';
import { useLabels } from '../../ui/labels';
import { useReading } from '../../ui/reading';
import { useFormat } from '../../ui/use-format';

/** The answer in a sentence: how many, against the year before, and which failure mode is behind it. */
export function useTitle({
  question,
  month = '',
  headlines,
  movers,
  leader,
  referenceMonths,
  noRate,
}: Overview): string {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = useLabels();
  const { nameOf } = useMeasureNames();
  const reading = useReading({ id: question.measure, per: question.per }, noRate === undefined);
  const headline = headlines.find(({ measure }) => measure === question.measure);
  const head = t('overview.title', {
    month: format.month(month),
    measure: nameOf(question.measure),
    value: reading.text(headline ? reading.value(headline.month) : null),
  });
  if (headline?.reference === undefined) return head;
  const change = changeClause(headline.reference, referenceMonths, 'month', { t, format });
  const nameOfMover = ({ dimension, value }: Mover) => labels.value(dimension, value);
  if (leader !== undefined) {
    const name = nameOfMover(leader.mover);
    return head + change + (leader.main ? t('overview.mainly', { name }) : t('overview.mostly', { name }));
  }
  const [first] = movers;
  if (first === undefined || !['up', 'down'].includes(first.change.tendency)) return head + change;
  return head + change + t('overview.within', { name: nameOfMover(first), change: changeFigure(first.change, format) });
}
