import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signals } from '../../analysis/signals/types';
import { CompareLink } from '../../session/CompareLink';
import { useExpert } from '../../session/expert';
import type { FigureState } from '../../ui/Figure';
import { TextButton } from '../../ui/TextButton';
import { useDrill } from '../../ui/view/drill';
import { useOpenSignal } from '../../ui/view/view-state';
import { Coverage } from './Coverage';
import { DimensionDrawer } from './DimensionDrawer';
import { FunnelFigure } from './FunnelFigure';
import { HiddenFaults } from './HiddenFaults';
import { NoSignals } from './NoSignals';
import { SignalList } from './SignalList';
import classes from './Signals.module.css';
import { signalGroups } from './signal-groups';
import { TooFewModes } from './TooFewModes';
import { useTitle } from './title';
import { useSignalKeys } from './use-signal-keys';

/** Signals shown before somebody asks for more. */
const PAGE = 40;

interface SignalsAnswerProps {
  readonly answer: Signals;
  readonly state: FigureState;
}

/** What a scan found: signals by failure mode beside the funnel plot of the one that is pointed at, and what the scan could not say. */
export function SignalsAnswer({ answer, state }: SignalsAnswerProps) {
  const { t } = useTranslation();
  const title = useTitle(answer);
  const [expert, setExpert] = useExpert();
  const { narrow, openRows } = useDrill();
  const [openId, setOpen] = useOpenSignal();
  const [choosing, setChoosing] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const { signals, scanned, missing } = answer;
  const groups = signalGroups(signals.slice(0, shown));
  const listed = groups.flatMap((group) => group.signals);
  const current = signals.find(({ id }) => id === openId) ?? signals[0];
  const expand = (id: string) =>
    setExpanded((before) =>
      before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
    );
  useSignalKeys({
    listed,
    current,
    enabled: !choosing,
    onMove: ({ id }) => setOpen(id),
    onNarrow: ({ rows }) => narrow(rows.scope),
    onRows: ({ rows }) => openRows(rows.scope),
    onExpand: ({ id }) => expand(id),
  });
  return (
    <>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <div className={classes.tools}>
          <CompareLink />
          <label className={classes.choice}>
            <input type="checkbox" checked={expert} onChange={(event) => setExpert(event.target.checked)} />
            {t('signals.expert')}
          </label>
          <TextButton onClick={() => setChoosing(true)}>
            {t('signals.dimensions', {
              count: [...scanned, ...missing].filter(({ dimension }) => dimension.length > 0).length,
            })}
          </TextButton>
        </div>
      </header>
      {current === undefined ? (
        <NoSignals answer={answer} state={state} />
      ) : (
        <div className={classes.columns}>
          <SignalList
            answer={answer}
            state={state}
            groups={groups}
            current={current}
            expanded={expanded}
            onOpen={({ id }) => setOpen(id)}
            onExpand={({ id }) => expand(id)}
            onMore={listed.length < signals.length ? () => setShown(shown + PAGE) : undefined}
          />
          <div className={classes.aside}>
            <FunnelFigure answer={answer} signal={current} />
          </div>
        </div>
      )}
      <div className={classes.sections}>
        <HiddenFaults answer={answer} state={state} />
        <TooFewModes answer={answer} />
        <Coverage answer={answer} />
      </div>
      {choosing && <DimensionDrawer answer={answer} onClose={() => setChoosing(false)} />}
    </>
  );
}
