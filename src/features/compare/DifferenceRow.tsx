import { useTranslation } from 'react-i18next';
import type { Difference, SideShare } from '../../analysis/compare/types';
import type { Scope } from '../../domain/scope';
import { NumberLink } from '../../ui/NumberLink';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { useDrill } from '../../ui/view/drill';
import { useAttributeText } from './attribute-text';
import classes from './Compare.module.css';

interface DifferenceRowProps {
  readonly difference: Difference;
  /** The complaints asked about. */
  readonly scope: Scope;
  /** The largest share of the list: a full bar. */
  readonly longest: number;
  readonly withRates: boolean;
  readonly expert: boolean;
}

/** One value: its share on both sides as a pair of bars. Its name narrows to it, its number lists the complaints. */
export function DifferenceRow({ difference, scope, longest, withRates, expert }: DifferenceRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useAttributeText();
  const { narrow, openRows } = useDrill(scope);
  const { a, b, more, ratio, low, high, q, rate, batches, predicate } = difference;
  // Parts of batches add up to parts of complaints.
  const counted = format.number(a.n, Math.abs(a.n - Math.round(a.n)) < 0.05 ? 0 : 1);
  const times = (value: number) => format.number(value, value < 0.1 ? 2 : 1);
  const between = (from: number, to: number | null) =>
    to === null
      ? t('compare.atLeast', { low: times(from) })
      : t('compare.between', { low: times(from), high: times(to) });
  const hint =
    batches === undefined
      ? t('compare.narrow')
      : batches.named < batches.all
        ? t('compare.narrowSome', { count: batches.named, all: batches.all })
        : t('compare.narrowBatches', { count: batches.all });
  return (
    <tr>
      <th scope="row">
        <TextButton quiet title={hint} onClick={() => narrow([predicate])}>
          {text.value(difference)}
        </TextButton>
        <span className={classes.attribute}>{text.name(difference.attribute)}</span>
      </th>
      <td className={classes.drawn}>
        <ShareBar side={a} longest={longest} chosen />
        <ShareBar side={b} longest={longest} />
      </td>
      <td className={classes.number}>
        {more ? '▲ ' : '▽ '}
        {ratio === null ? t('compare.onlyHere') : t('compare.times', { ratio: times(ratio) })}
        <span className={classes.interval}>{between(low, high)}</span>
      </td>
      <td className={classes.number}>
        <NumberLink onClick={() => openRows([predicate])}>{counted}</NumberLink>
        <span className={classes.interval}>{t('compare.known', { count: Math.round(a.of) })}</span>
      </td>
      {withRates && (
        <td className={classes.number}>
          {rate === undefined
            ? '–'
            : rate.ratio === null
              ? t('compare.onlyHere')
              : t('compare.times', { ratio: times(rate.ratio) })}
          {rate !== undefined && <span className={classes.interval}>{between(rate.low, rate.high)}</span>}
        </td>
      )}
      {expert && <td className={classes.number}>{q < 0.0001 ? '< 0.0001' : format.number(q, 4)}</td>}
    </tr>
  );
}

interface ShareBarProps {
  readonly side: SideShare;
  readonly longest: number;
  readonly chosen?: boolean;
}

function ShareBar({ side, longest, chosen = false }: ShareBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={classes.side}>
      <span className={classes.who}>{chosen ? t('compare.these') : t('compare.theOthers')}</span>
      <span className={chosen ? classes.mine : classes.theirs} style={{ flexGrow: side.share / longest }} />
      <span>{format.percent(side.share, side.share > 0 && side.share < 0.001 ? 2 : 1)}</span>
      <span style={{ flexGrow: 1 - side.share / longest }} />
    </span>
  );
}
