import { useTranslation } from 'react-i18next';
import { useFootnote } from '../../session/footnote';
import { useMeasureNames } from '../../session/measure-name';
import { Figure } from '../../ui/Figure';
import { useFormat } from '../../ui/use-format';
import { isPeriod, useDrill } from '../../ui/view/drill';
import classes from './figures.module.css';
import { HeadlineRow } from './HeadlineRow';
import { headlineTable } from './headline-table';
import type { OverviewView } from './view';

/** Height of the table while there are none of its rows, in pixels. */
const HEIGHT = 270;

/** Every measure in the month: value, rate, two years in small, and what changed. */
export function HeadlineFigure({ view }: { readonly view: OverviewView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const footnote = useFootnote();
  const { nameOf } = useMeasureNames();
  const { openRows } = useDrill();
  const { question, month, headlines, noRate, asOf, sql } = view.answer;
  const shown = headlines.find(({ measure }) => measure === 'quality');
  const provisional = shown?.months.filter((one) => one.provisional).map(({ period }) => format.month(period));
  const facts = {
    measure: 'quality' as const,
    basis: noRate === undefined ? ('shipped' as const) : ('count' as const),
    grain: 'month' as const,
    unjudged: shown?.month.unjudged ?? 0,
    noRate,
    asOf,
    provisional,
    notes: [t('overview.chance')],
  };
  return (
    <Figure
      title={t('overview.headlines', { month: format.month(month) })}
      state={view.state}
      height={HEIGHT}
      footnote={footnote(facts)}
      actions={{
        fileName: `overview-${month.slice(0, 7)}`,
        sql,
        showRows: () => openRows([isPeriod('month', month)]),
        table: () => headlineTable(view.answer, nameOf, { t, format }),
      }}
    >
      <div className={classes.scroller}>
        <table className={classes.headlines}>
          <thead>
            <tr>
              <th scope="col">{t('shell.measure')}</th>
              <th scope="col" className={classes.number}>
                {format.month(month)}
              </th>
              {noRate === undefined && (
                <th scope="col" className={classes.number}>
                  {t('basis.shipped')}
                </th>
              )}
              <th scope="col">{t('overview.months')}</th>
              <th scope="col">{t('overview.previous')}</th>
              <th scope="col">{t('overview.yearBefore')}</th>
            </tr>
          </thead>
          <tbody>
            {headlines.map((headline) => (
              <HeadlineRow
                key={headline.measure}
                headline={headline}
                per={question.per}
                withRate={noRate === undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  );
}
