import { useTranslation } from 'react-i18next';
import type { Headline } from '../../analysis/headline';
import type { Change } from '../../domain/change';
import type { Basis } from '../../domain/measure';
import { useMeasureNames } from '../../session/measure-name';
import { changeFigure, stateOf } from '../../ui/change-text';
import { Delta } from '../../ui/Delta';
import { useReading } from '../../ui/reading';
import { Sparkbars } from '../../ui/Sparkbars';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { useDrill } from '../../ui/view/drill';
import classes from './figures.module.css';

interface HeadlineRowProps {
  readonly headline: Headline;
  /** What the small bars show and changes are measured in. */
  readonly per: Basis;
  readonly withRate: boolean;
}

/** One measure. Its name leads to its development. */
export function HeadlineRow({ headline, per, withRate }: HeadlineRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf } = useMeasureNames();
  const { openTrends } = useDrill();
  const { measure, month, months, previous, yearBefore } = headline;
  const counts = useReading({ id: measure, per: 'count' });
  const rates = useReading({ id: measure, per: 'shipped' });
  const drawn = per === 'shipped' && withRate ? rates : counts;
  const name = nameOf(measure);
  return (
    <tr>
      <th scope="row" className={measure === 'safety' ? classes.safety : undefined}>
        <TextButton quiet onClick={() => openTrends([], measure)}>
          {measure === 'safety' && <span aria-hidden="true">◆</span>}
          {name}
        </TextButton>
      </th>
      <td className={`${classes.number} ${classes.value}`}>
        {counts.format(month.n)} <span className={classes.aside}>{counts.unit}</span>
        {measure === 'quality' && month.unjudged > 0 && (
          <span className={classes.unjudged}>{t('trends.unjudged', { count: month.unjudged })}</span>
        )}
      </td>
      {withRate && <td className={classes.number}>{rates.format(month.rate)}</td>}
      <td>
        <Sparkbars
          label={t('overview.spark', { measure: name, unit: drawn.unit })}
          bars={months.map((one) => ({
            value: drawn.value(one),
            label: `${format.month(one.period)} ${drawn.text(drawn.value(one))}`,
            provisional: one.provisional,
            strong: one.period === month.period,
          }))}
        />
      </td>
      <td>
        <ChangeCell change={previous} />
      </td>
      <td>
        <ChangeCell change={yearBefore} />
      </td>
    </tr>
  );
}

function ChangeCell({ change }: { readonly change: Change | undefined }) {
  const format = useFormat();
  if (change === undefined) return <span className={classes.aside}>{format.number(null)}</span>;
  return <Delta state={stateOf(change)}>{changeFigure(change, format)}</Delta>;
}
