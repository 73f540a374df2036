import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesAnswer, SeriesChart } from '../../../analysis/series/types';
import { useExpert } from '../../../session/expert';
import { useFootnote } from '../../../session/footnote';
import { useDecision } from '../../../session/hooks';
import { useMeasureNames } from '../../../session/measure-name';
import { FLAG } from '../../../ui/charts/flags';
import { useChartStyle } from '../../../ui/charts/use-chart-style';
import { Figure, type FigureState } from '../../../ui/Figure';
import { useFlags } from '../../../ui/view/view-state';
import { ChangeDrawer } from '../ChangeDrawer';
import { ChangeNote } from '../ChangeNote';
import { ChartFigure } from '../ChartFigure';
import type { ChangeGroup } from '../change-flags';
import { HEIGHTS } from '../heights';
import { useChanges } from '../use-changes';
import { useWords } from '../words';
import classes from './Control.module.css';
import { ControlSettings } from './ControlSettings';
import { Insights } from './Insights';
import { NoteList } from './NoteList';
import { notesBy, PERIOD_NOTES } from './notes';
import { controlPlot } from './plot';
import { controlReading, isOfEvents } from './reading';
import { controlTable } from './table';
import { controlTitle } from './title';
import { useSeries } from './use-series';
import { ViolationList } from './ViolationList';
import { methodNotes, reasonText } from './words';

/** The measure over time as a control chart, in each of its states. */
export function ControlFigure() {
  const { t } = useTranslation();
  const { data, error, isPlaceholderData, refetch } = useSeries();
  const chart = data?.charts[0];
  if (error === null && data !== undefined && chart !== undefined)
    return <Drawn answer={data} chart={chart} state={{ kind: isPlaceholderData ? 'refreshing' : 'ready' }} />;
  const state: FigureState =
    error !== null
      ? {
          kind: 'error',
          what: t('control.failed'),
          why: error.message,
          todo: t('trends.failedHint'),
          onRetry: () => void refetch(),
        }
      : data === undefined
        ? { kind: 'loading' }
        : { kind: 'cannot', because: t('control.noPoints') };
  return (
    <Figure title={t('control.chart')} state={state} height={HEIGHTS.control}>
      {null}
    </Figure>
  );
}

interface DrawnProps {
  readonly answer: SeriesAnswer;
  readonly chart: SeriesChart;
  readonly state: FigureState;
}

function Drawn({ answer, chart, state }: DrawnProps) {
  const { t } = useTranslation();
  const words = useWords();
  const style = useChartStyle();
  const footnote = useFootnote();
  const { nameOf } = useMeasureNames();
  const [expert] = useExpert();
  const [flagged, setFlagged] = useFlags();
  // The first day of the flag whose changes are listed; '' for all.
  const [listing, setListing] = useState<string | undefined>(undefined);
  const { data: noted = PERIOD_NOTES.initial } = useDecision(PERIOD_NOTES);
  const { measure, grain, scope } = answer.question;
  const name = nameOf(measure.id);
  const { points, unit } = chart;
  const reading = useMemo(() => controlReading(chart, grain, words), [chart, grain, words]);
  const periods = useMemo(() => (isOfEvents(chart) ? [] : chart.points.map(({ from }) => ({ period: from }))), [chart]);
  const changes = useChanges({ scope, grain, periods });
  const groups = flagged && changes.kind === 'ready' ? changes.groups : NONE;
  const listed = groups.find(({ from }) => from === listing);
  const shown = useMemo(
    () => ({
      chart,
      grain,
      reading,
      changes: groups,
      notes: notesBy(grain, noted, words.t('changes.separator')),
      expert,
    }),
    [chart, grain, reading, groups, noted, words, expert],
  );
  const plot = useMemo(() => controlPlot({ ...shown, name }, words, style), [shown, name, words, style]);
  return (
    <>
      <ChartFigure
        view={{ state, answer }}
        title={controlTitle(chart, t(`grain.over.${grain}`, { measure: name }), reading, words)}
        fileName={`${measure.id}-${grain}-${chart.choice.chart}`}
        height={HEIGHTS.control}
        plot={plot}
        table={() => controlTable(shown, words)}
        above={
          <div className={classes.tools}>
            <p className={classes.reason}>
              {t('control.at', {
                period: t(`control.code.chart.${chart.choice.chart}`),
                what: reasonText(chart, words),
              })}
            </p>
            <ControlSettings answer={answer} chart={chart} entries={changes.kind === 'ready' ? changes.entries : []} />
          </div>
        }
        below={
          <>
            <ViolationList chart={chart} reading={reading} />
            <Insights chart={chart} reading={reading} />
            {periods.length > 0 && <NoteList grain={grain} periods={periods.map(({ period }) => period)} />}
          </>
        }
        footnote={
          <>
            {footnote({
              measure: measure.id,
              basis: unit === 'perThousand' || unit === 'moneyPerThousand' ? 'shipped' : 'count',
              grain,
              unjudged: chart.unjudged,
              noRate: answer.noRate,
              asOf: answer.asOf,
              provisional: points.flatMap(({ flag }, at) => (flag === 'provisional' ? [reading.name(at)] : [])),
              notes: methodNotes(answer, chart, reading, words),
            })}
            {periods.length > 0 && (
              <ChangeNote changes={changes} flagged={flagged} onFlagged={setFlagged} onList={() => setListing('')} />
            )}
          </>
        }
        predicatesOf={({ group, index }) => {
          const point = group === FLAG ? undefined : points[index];
          return point && [{ kind: 'period', field: 'received_at', from: point.from, until: point.until }];
        }}
        onRest={({ key }) => setListing(key ?? '')}
      />
      {(listing === '' || listed !== undefined) && (
        <ChangeDrawer
          changes={changes}
          group={listed}
          grain={grain}
          onAll={() => setListing('')}
          onClose={() => setListing(undefined)}
        />
      )}
    </>
  );
}

const NONE: readonly ChangeGroup[] = [];
