import { useEffect, useRef } from 'react';
import type { Signal, Signals } from '../../analysis/signals/types';
import { asOf } from '../../analysis/view';
import { useFootnote } from '../../session/footnote';
import { useWorkspaceData } from '../../session/hooks';
import { UncodedNote } from '../../session/UncodedNote';
import { Figure, type FigureState } from '../../ui/Figure';
import { TextButton } from '../../ui/TextButton';
import { useDrill } from '../../ui/view/drill';
import { ratioScale } from './RatioBar';
import { SignalRow } from './SignalRow';
import classes from './Signals.module.css';
import type { SignalGroup } from './signal-groups';
import { signalTable } from './signal-table';
import { useScanNotes } from './use-scan-notes';
import { useSignalWords } from './words';

/** Least height of the list in pixels. */
const HEIGHT = 320;

interface SignalListProps {
  readonly answer: Signals;
  readonly state: FigureState;
  /** Those that are shown. */
  readonly groups: readonly SignalGroup[];
  readonly current: Signal;
  readonly expanded: ReadonlySet<string>;
  readonly onOpen: (signal: Signal) => void;
  readonly onExpand: (signal: Signal) => void;
  /** Shows more of them; undefined when all are there. */
  readonly onMore: (() => void) | undefined;
}

/** The signals one below the other, by failure mode. */
export function SignalList(props: SignalListProps) {
  const { answer, state, groups, current, expanded, onOpen, onExpand, onMore } = props;
  const words = useSignalWords();
  const { t, mode } = words;
  const { openRows } = useDrill();
  const { workspace } = useWorkspaceData();
  const footnote = useFootnote();
  const notes = useScanNotes(answer);
  const row = useRef<HTMLLIElement>(null);
  const { signals, modes, modeField, tests, sql, question } = answer;
  const shown = groups.reduce((sum, group) => sum + group.signals.length, 0);
  // Not at first: only a key or a link moves away from what is in view.
  const before = useRef(current.id);
  useEffect(() => {
    if (before.current !== current.id) row.current?.scrollIntoView({ block: 'nearest' });
    before.current = current.id;
  }, [current.id]);
  const scale = ratioScale(signals);
  return (
    <Figure
      title={t('signals.list', { count: signals.length, tests })}
      state={state}
      height={HEIGHT}
      actions={{
        fileName: 'signals',
        showRows: () => openRows(),
        sql,
        table: () => signalTable(signals, words),
      }}
      footnote={
        <>
          {footnote({ measure: question.measure, basis: 'count', unjudged: 0, asOf: asOf(workspace), notes })}
          <UncodedNote dimensions={modeField === null ? [] : [modeField]} ready={state.kind === 'ready'} />
        </>
      }
    >
      <p className={classes.keys}>{t('signals.keys')}</p>
      {groups.map((group) => (
        <section key={group.mode ?? ''} className={classes.group}>
          <h3 className={classes.mode}>
            {mode(group.mode, modeField)}
            <span className={classes.modeFacts}>
              {t('signals.modeFacts', { count: modes.find((one) => one.mode === group.mode)?.n ?? 0 })}
            </span>
          </h3>
          <ol className={classes.signals}>
            {group.signals.map((signal) => (
              <SignalRow
                key={signal.id}
                ref={signal === current ? row : undefined}
                signal={signal}
                scale={scale}
                current={signal === current}
                expanded={expanded.has(signal.id)}
                onPoint={() => onOpen(signal)}
                onExpand={() => onExpand(signal)}
              />
            ))}
          </ol>
        </section>
      ))}
      {onMore !== undefined && (
        <TextButton onClick={onMore}>{t('signals.more', { count: signals.length - shown })}</TextButton>
      )}
    </Figure>
  );
}
