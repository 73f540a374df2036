import { useTranslation } from 'react-i18next';
import type { Mover } from '../../analysis/movers';
import { useFootnote } from '../../session/footnote';
import { useMeasureNames } from '../../session/measure-name';
import { UncodedNote } from '../../session/UncodedNote';
import { Figure, type FigureState } from '../../ui/Figure';
import { useLabels } from '../../ui/labels';
import { useReading } from '../../ui/reading';
import { useFormat } from '../../ui/use-format';
import { excessText } from './excess-text';
import classes from './figures.module.css';
import { MoverRow } from './MoverRow';
import { moverTable } from './mover-table';
import { useMonthRows } from './use-month-rows';
import type { OverviewView } from './view';

/** Height that the list is given while it has no rows, in pixels. */
const HEIGHT = 280;

/** What moved most in the month, against the months before it. */
export function MoverFigure({ view }: { readonly view: OverviewView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = useLabels();
  const footnote = useFootnote();
  const { nameOf } = useMeasureNames();
  const { question, month, headlines, movers, referenceMonths, asOf, noRate, sql } = view.answer;
  const openRows = useMonthRows(month);
  const counts = useReading({ id: question.measure, per: 'count' });
  const [first] = movers;
  const measure = nameOf(question.measure);
  const title =
    first === undefined
      ? t('overview.stillMovers', { measure })
      : t('overview.movers', {
          measure,
          count: referenceMonths,
          name: labels.value(first.dimension, first.value),
          excess: `${excessText(first.change.excess, counts.format)} ${counts.unit}`,
        });
  const nothing: FigureState =
    referenceMonths === 0
      ? { kind: 'empty', title: t('overview.noMovers'), hint: t('overview.noMoversHint') }
      : { kind: 'empty', title: t('overview.nothingMoved'), hint: t('overview.nothingMovedHint') };
  const largest = Math.max(...movers.map(({ change }) => Math.abs(change.excess)));
  const facts = {
    measure: question.measure,
    basis: noRate === undefined ? question.per : ('count' as const),
    grain: 'month' as const,
    unjudged: headlines.find(({ measure }) => measure === question.measure)?.month.unjudged ?? 0,
    noRate: question.per === 'shipped' ? noRate : undefined,
    asOf,
    notes: [t('overview.excess')],
  };
  return (
    <Figure
      title={title}
      state={movers.length === 0 ? nothing : view.state}
      height={HEIGHT}
      footnote={
        <>
          {footnote(facts)}
          <UncodedNote dimensions={movers.map(({ dimension }) => dimension)} ready={view.state.kind === 'ready'} />
        </>
      }
      actions={{
        fileName: `movers-${month.slice(0, 7)}`,
        sql,
        showRows: () => openRows(),
        table: () => moverTable(view.answer, counts.unit, { t, format, labels }),
      }}
    >
      <div className={classes.scroller}>
        <table className={classes.movers}>
          <thead>
            <tr>
              <th scope="col">{t('overview.value')}</th>
              <th scope="col" className={classes.number}>
                {format.month(month)}
              </th>
              <th scope="col" className={classes.number}>
                {t('overview.mean', { count: referenceMonths })}
              </th>
              <th scope="col" className={classes.drawn}>
                {t('overview.excessColumn', { unit: counts.unit })}
              </th>
              <th scope="col">{t('overview.change')}</th>
            </tr>
          </thead>
          <tbody>
            {movers.map((mover) => (
              <MoverRow key={keyOf(mover)} mover={mover} question={question} period={month} largest={largest} />
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  );
}

function keyOf({ dimension, value }: Mover): string {
  return `${dimension} ${value ?? ''}`;
}
