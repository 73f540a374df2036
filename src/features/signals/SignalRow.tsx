import { type ReactNode, type Ref, useMemo } from 'react';
import type { Signal } from '../../analysis/signals/types';
import { useExpert } from '../../session/expert';
import { NumberLink } from '../../ui/NumberLink';
import { Sparkbars } from '../../ui/Sparkbars';
import { useDrill } from '../../ui/view/drill';
import { AlsoList } from './AlsoList';
import { RatioBar, type RatioScale } from './RatioBar';
import classes from './Signals.module.css';
import { useSignalWords } from './words';

/** Months of the sparkline, the latest ones. */
const MONTHS = 24;

interface SignalRowProps {
  readonly signal: Signal;
  readonly scale: RatioScale;
  /** The one whose funnel plot is shown. */
  readonly current: boolean;
  readonly expanded: boolean;
  readonly onPoint: () => void;
  readonly onExpand: () => void;
  readonly ref?: Ref<HTMLLIElement>;
}

/** A signal: its sentence, why, its numbers, its course, and on demand what else is seen in the same complaints. */
export function SignalRow({ signal, scale, current, expanded, onPoint, onExpand, ref }: SignalRowProps) {
  const words = useSignalWords();
  const { t, format, count } = words;
  const [expert] = useExpert();
  const { narrow, openRows } = useDrill();
  const { dimension, values, n, expected, rows, severeShare, safety, dispersion, widened } = signal;
  const slice = words.slice(dimension, values);
  const bars = useMemo(
    () =>
      signal.months.slice(-MONTHS).map(({ month, n: own, expected: usual }) => ({
        value: own,
        against: usual,
        strong: own > usual,
        label: t('signals.sparkMonth', { month: format.month(month), n: count(own), expected: count(usual) }),
      })),
    [signal.months, t, format, count],
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list are handled for the whole screen
    <li
      ref={ref}
      aria-current={current}
      className={`${classes.signal} ${current ? classes.current : ''}`}
      onClick={({ target }) => isAside(target) && onPoint()}
      onDoubleClick={({ target }) => isAside(target) && openRows(rows.scope)}
    >
      <p className={classes.sentence}>
        <span className={classes.dim}>{words.dimension(dimension)}</span>{' '}
        <button
          type="button"
          className={classes.slice}
          title={t('signals.narrow', { slice })}
          onClick={() => narrow(rows.scope)}
          onDoubleClick={() => openRows(rows.scope)}
        >
          {slice}
        </button>
        {t('signals.colon')}
        {words.clause(signal)}
      </p>
      <p className={classes.why}>
        {safety > 0 && <span className={classes.alarm}>◆ {t('signals.safety', { count: safety })} </span>}
        {severeShare >= 0.005 && (
          <span className={classes.alarm}>▲ {t('signals.severe', { share: format.percent(severeShare, 0) })} </span>
        )}
        {words.why(signal.why)}
        {rows.kind === 'batches' && rows.batches !== undefined && (
          <>
            {t('common.sentenceSeparator')}
            {rows.batches.named < rows.batches.all
              ? t('signals.ofSomeBatches', { ...rows.batches })
              : t('signals.ofBatches', { count: rows.batches.all })}
          </>
        )}
      </p>
      <div className={classes.figures}>
        <dl className={classes.numbers}>
          <Fact name={t('signals.n')}>
            <NumberLink onClick={() => openRows(rows.scope)}>{count(n)}</NumberLink>
          </Fact>
          <Fact name={t('signals.expected')}>{count(expected)}</Fact>
          <Fact name="q">{words.chance(signal.q)}</Fact>
          {expert && (
            <>
              <Fact name="p">{words.chance(signal.p)}</Fact>
              <Fact name="IC₀₂₅">{format.number(signal.ic025, 2)}</Fact>
              <Fact name="φ">
                {format.number(dispersion, 2)}
                {widened && ` ${t('signals.widened')}`}
              </Fact>
              <Fact name={t('signals.method')}>{t(`signals.coded.method.${signal.basis}`)}</Fact>
            </>
          )}
        </dl>
        <RatioBar signal={signal} scale={scale} />
        <div className={classes.spark}>
          <Sparkbars
            bars={bars}
            label={t('signals.spark', { mode: words.mode(signal.mode, signal.modeField), slice })}
          />
        </div>
      </div>
      {signal.also.length > 0 && <AlsoList also={signal.also} expanded={expanded} onExpand={onExpand} />}
    </li>
  );
}

/** A click beside the buttons, which have their own. */
function isAside(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') === null;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
