import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_PERIODS } from '../../analysis/trends';
import { useFootnote } from '../../session/footnote';
import { useMeasureNames } from '../../session/measure-name';
import { UncodedNote } from '../../session/UncodedNote';
import { FLAG } from '../../ui/charts/flags';
import type { PlotPoint } from '../../ui/charts/plot';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import { OTHER } from '../../ui/palette';
import { useReading } from '../../ui/reading';
import { isPeriod, isValue } from '../../ui/view/drill';
import { useFlags } from '../../ui/view/view-state';
import { ChangeDrawer } from './ChangeDrawer';
import { ChangeNote } from './ChangeNote';
import { ChartFigure } from './ChartFigure';
import type { ChangeGroup } from './change-flags';
import { HEIGHTS } from './heights';
import { peakOf } from './peak';
import { timePlot } from './time-plot';
import { timeTable } from './time-table';
import { useChanges } from './use-changes';
import type { TrendsView } from './view';
import { useWords } from './words';

/** The measure over time, and what changed when. */
export function TimeFigure({ view }: { readonly view: TrendsView }) {
  const { t } = useTranslation();
  const words = useWords();
  const style = useChartStyle();
  const footnote = useFootnote();
  const { nameOf } = useMeasureNames();
  const { answer } = view;
  const { measure, grain } = answer.question;
  const { stack, periods } = answer;
  const noRate = answer.noRate ?? stack?.noRate;
  const reading = useReading(measure, noRate === undefined);
  const name = nameOf(measure.id);
  const changes = useChanges({ scope: answer.question.scope, grain, periods });
  const [flagged, setFlagged] = useFlags();
  // The first day of the flag whose changes are listed; '' for all.
  const [listing, setListing] = useState<string | undefined>(undefined);
  const groups = flagged && changes.kind === 'ready' ? changes.groups : NONE;
  const plot = useMemo(
    () => timePlot(answer, name, reading, words, style, groups),
    [answer, name, groups, reading, words, style],
  );
  const provisional = periods
    .filter((period) => period.provisional)
    .map(({ period }) => words.format.bucket(grain, period));
  const over = t(`grain.over.${grain}`, { measure: name });
  const peak = peakOf(periods, reading);
  const predicatesOf = ({ key, group }: PlotPoint) => {
    if (group === FLAG) return undefined;
    const period = isPeriod(grain, key ?? '');
    const ofValue =
      stack === undefined || group === undefined || group === OTHER ? [] : [isValue(stack.dimension, group)];
    return [period, ...ofValue];
  };
  // A flag that a filter or another grain has taken away closes its list.
  const listed = groups.find(({ from }) => from === listing);
  const note = footnote({
    measure: measure.id,
    basis: reading.basis,
    grain,
    unjudged: answer.total.unjudged,
    noRate,
    asOf: answer.asOf,
    provisional,
    notes: periods.length === MOST_PERIODS ? [t('footnote.latest', { count: MOST_PERIODS })] : [],
  });
  return (
    <>
      <ChartFigure
        view={view}
        title={
          peak === undefined
            ? over
            : t('trends.peak', {
                over,
                period: words.format.bucket(grain, peak.period),
                value: reading.text(reading.value(peak)),
              })
        }
        fileName={`${measure.id}-${grain}`}
        height={HEIGHTS.time}
        plot={plot}
        sql={changes.kind === 'ready' ? changes.sql : undefined}
        table={() => timeTable(answer, reading, words, groups)}
        footnote={
          <>
            {note}
            {stack !== undefined && <UncodedNote dimensions={[stack.dimension]} ready={view.state.kind === 'ready'} />}
            <ChangeNote changes={changes} flagged={flagged} onFlagged={setFlagged} onList={() => setListing('')} />
          </>
        }
        predicatesOf={predicatesOf}
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
