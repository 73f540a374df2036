import { useTranslation } from 'react-i18next';
import { useFootnote } from '../../session/footnote';
import { useMeasureNames } from '../../session/measure-name';
import { Figure } from '../../ui/Figure';
import { useFormat } from '../../ui/use-format';
import classes from './figures.module.css';
import { HeadlineRow } from './HeadlineRow';
import { headlineTable } from './headline-table';
import { useHeadlineTitle } from './headline-title';
import { useMonthRows } from './use-month-rows';
import type { OverviewView } from './view';

/** Height of the table while there are none of its rows, in pixels. */
const HEIGHT = 270;

/** Every measure in the month: value, rate, two years in small, and what changed. */
export function HeadlineFigure({ view }: { readonly view: OverviewView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const footnote = useFootnote();
  const { nameOf, tellsQuality, lacking } = useMeasureNames();
  const { question, month, noRate, asOf, sql } = view.answer;
  // Where quality complaints cannot be told from others, both would be one number under two names.
  const headlines = view.answer.headlines.filter(({ measure }) => tellsQuality || measure !== 'reported');
  const told = headlines.filter(({ measure }) => lacking(measure) === undefined);
  const openRows = useMonthRows(month);
  const title = useHeadlineTitle(month, told);
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
      title={title}
      state={view.state}
      height={HEIGHT}
      footnote={footnote(facts)}
      actions={{
        fileName: `overview-${month.slice(0, 7)}`,
        sql,
        showRows: () => openRows(),
        table: () => headlineTable(told, format.month(month), nameOf, { t, format }),
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
              <th scope="col" className={classes.drawn}>
                {t('overview.months')}
              </th>
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
                lacking={lacking(headline.measure)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  );
}
