import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trends } from '../../analysis/trends';
import { CompareLink } from '../../session/CompareLink';
import { useWorkspaceData } from '../../session/hooks';
import { NothingFound } from '../../session/NothingFound';
import { Deferred } from '../../ui/Deferred';
import { Figure, type FigureState } from '../../ui/Figure';
import { useControlView } from '../../ui/view/view-state';
import { ControlFigure } from './control/ControlFigure';
import { FormSelect } from './control/FormSelect';
import { HeatFigure } from './HeatFigure';
import { HEIGHTS, panelHeight } from './heights';
import { NoTime } from './NoTime';
import { PanelFigure } from './PanelFigure';
import { ParetoFigure } from './ParetoFigure';
import { StackSelect } from './StackSelect';
import { TimeFigure } from './TimeFigure';
import classes from './Trends.module.css';
import { useTitle } from './title';
import type { TrendsView } from './view';

interface Asked {
  readonly data?: Trends;
  readonly error: Error | null;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

/** The screen in each of its states: waiting for the first answer, nothing found, not answered, answered. `below` are the breakdowns. */
export function TrendsAnswer({ asked, below }: { readonly asked: Asked; readonly below: Asked }) {
  const { t } = useTranslation();
  const view = useView(asked);
  const failed = [asked, below].find(({ error }) => error !== null);
  const panels = useView(below);
  if (failed !== undefined) {
    const onRetry = () => void failed.refetch();
    const state = {
      kind: 'error',
      what: t('trends.failed'),
      why: failed.error?.message ?? '',
      todo: t('trends.failedHint'),
      onRetry,
    } as const;
    return <Alone state={state} />;
  }
  if (view === undefined) return <Alone state={{ kind: 'loading' }} />;
  if (view.answer.total.n === 0 && view.state.kind === 'ready') return <NothingFound />;
  return <Figures view={view} below={panels} />;
}

function useView({ data, isPlaceholderData }: Asked): TrendsView | undefined {
  return useMemo(
    () => data && { answer: data, state: { kind: isPlaceholderData ? 'refreshing' : 'ready' } },
    [data, isPlaceholderData],
  );
}

function Alone({ state }: { readonly state: FigureState }) {
  const { t } = useTranslation();
  return (
    <Figure title={t('screen.trends')} state={state} height={HEIGHTS.time}>
      {null}
    </Figure>
  );
}

function Figures({ view, below }: { readonly view: TrendsView; readonly below: TrendsView | undefined }) {
  const title = useTitle(view.answer);
  const { modes, heat, periods } = view.answer;
  const { distinct } = useWorkspaceData().workspace.facts.complaint;
  const [{ shown: controlled }] = useControlView();
  return (
    <>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <CompareLink />
        {periods.length > 0 && <FormSelect />}
        {!controlled && <StackSelect />}
      </header>
      <div className={classes.grid}>
        <div className={classes.wide}>
          {periods.length === 0 ? <NoTime /> : controlled ? <ControlFigure /> : <TimeFigure view={view} />}
        </div>
        {modes !== undefined && (
          <div className={heat === undefined ? classes.wide : classes.half}>
            <Deferred content={view} height={HEIGHTS.pareto}>
              {(shown) => <ParetoFigure view={shown} />}
            </Deferred>
          </div>
        )}
        {heat !== undefined && (
          <div className={classes.half}>
            <Deferred content={view} height={HEIGHTS.heat}>
              {(shown) => <HeatFigure view={shown} />}
            </Deferred>
          </div>
        )}
      </div>
      <div className={classes.panels}>
        {below?.answer.panels.map(({ dimension }) => {
          const height = panelHeight(distinct[dimension]);
          return (
            <Deferred key={dimension} content={below} height={height}>
              {(shown) => <PanelFigure view={shown} dimension={dimension} height={height} />}
            </Deferred>
          );
        })}
      </div>
    </>
  );
}
