import { useTranslation } from 'react-i18next';
import type { Headline } from '../../analysis/headline';
import type { Change } from '../../domain/change';
import type { Basis } from '../../domain/measure';
import { useMeasureNames } from '../../session/measure-name';
import { changeFigure, stateOf } from '../../ui/change-text';
import { Delta } from '../../ui/Delta';
import { useLabels } from '../../ui/labels';
import { NumberLink } from '../../ui/NumberLink';
import { useReading } from '../../ui/reading';
import { Sparkbars } from '../../ui/Sparkbars';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { useDrill } from '../../ui/view/drill';
import classes from './figures.module.css';
import { useMonthRows } from './use-month-rows';

interface HeadlineRowProps {
  readonly headline: Headline;
  /** What the small bars show and changes are measured in. */
  readonly per: Basis;
  readonly withRate: boolean;
  /** The column without which nothing can be said of the measure. */
  readonly lacking: string | undefined;
}

/** One measure. Its name leads to its development, its number to its complaints. */
export function HeadlineRow({ headline, per, withRate, lacking }: HeadlineRowProps) {
  const { t } = useTranslation();
  const { nameOf } = useMeasureNames();
  const labels = useLabels();
  const { openTrends } = useDrill();
  const { measure } = headline;
  const mark = measure === 'safety' && <span aria-hidden="true">◆</span>;
  return (
    <tr>
      <th scope="row" className={measure === 'safety' && lacking === undefined ? classes.safety : undefined}>
        {lacking === undefined ? (
          <TextButton quiet onClick={() => openTrends([], measure)}>
            {mark}
            {nameOf(measure)}
          </TextButton>
        ) : (
          <span className={classes.untold}>
            {mark} {nameOf(measure)}
          </span>
        )}
      </th>
      {lacking === undefined ? (
        <Cells headline={headline} per={per} withRate={withRate} />
      ) : (
        <td colSpan={withRate ? 5 : 4} className={classes.untold}>
          ○ {t('overview.untold', { field: labels.column(lacking) })}
        </td>
      )}
    </tr>
  );
}

function Cells({ headline, per, withRate }: Omit<HeadlineRowProps, 'lacking'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf } = useMeasureNames();
  const { measure, month, months, previous, yearBefore } = headline;
  const openRows = useMonthRows(month.period);
  const counts = useReading({ id: measure, per: 'count' });
  const rates = useReading({ id: measure, per: 'shipped' });
  const drawn = per === 'shipped' && withRate ? rates : counts;
  return (
    <>
      <td className={`${classes.number} ${classes.value}`}>
        <NumberLink onClick={() => openRows([], measure)}>{counts.format(month.n)}</NumberLink>{' '}
        <span className={classes.aside}>{counts.unit}</span>
        {measure === 'quality' && month.unjudged > 0 && (
          <span className={classes.unjudged}>{t('trends.unjudged', { count: month.unjudged })}</span>
        )}
      </td>
      {withRate && <td className={classes.number}>{rates.format(month.rate)}</td>}
      <td className={classes.drawn}>
        <Sparkbars
          label={t('overview.spark', { measure: nameOf(measure), unit: drawn.unit })}
          bars={months.map((one) => ({
            value: drawn.value(one),
            label: `${format.month(one.period)} ${drawn.text(drawn.value(one))}`,
            provisional: one.provisional,
            strong: one.period === month.period,
          }))}
        />
      </td>
      <td className={classes.changed}>
        <ChangeCell change={previous} />
      </td>
      <td className={classes.changed}>
        <ChangeCell change={yearBefore} />
      </td>
    </>
  );
}

function ChangeCell({ change }: { readonly change: Change | undefined }) {
  const format = useFormat();
  if (change === undefined) return <span className={classes.aside}>{format.number(null)}</span>;
  return <Delta state={stateOf(change)}>{changeFigure(change, format)}</Delta>;
}
