import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, Difference } from '../../analysis/compare/types';
import { useMeasureNames } from '../../session/measure-name';
import { Figure, type FigureState } from '../../ui/Figure';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { useDrill } from '../../ui/view/drill';
import { useAttributeText } from './attribute-text';
import classes from './Compare.module.css';
import { DifferenceRow } from './DifferenceRow';
import { differenceTable } from './difference-table';

const HEIGHT = 160;
/** Rows before somebody asks for all. */
const FIRST = 15;

interface DifferenceFigureProps {
  readonly answer: Comparison;
  readonly state: FigureState;
  readonly about: Difference['about'];
  /** With p corrected for all comparisons. */
  readonly expert: boolean;
}

/** Differences of one kind, those with the most evidence first; what there is more of before what there is less of. */
export function DifferenceFigure({ answer, state, about, expert }: DifferenceFigureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useAttributeText();
  const { openRows } = useDrill(answer.question.scope);
  const { nameOf } = useMeasureNames();
  const [all, setAll] = useState(false);
  const own = answer.differences.filter((difference) => difference.about === about);
  const sorted = [...own.filter(({ more }) => more), ...own.filter(({ more }) => !more)];
  const shown = all ? sorted : sorted.slice(0, FIRST);
  const longest = Math.max(...shown.flatMap(({ a, b }) => [a.share, b.share]));
  const withRates = shown.some(({ rate }) => rate !== undefined);
  const nothing: FigureState = { kind: 'empty', title: t('compare.noDifference'), hint: t('compare.noDifferenceHint') };
  const isOrigin = about === 'origin';
  return (
    <Figure
      title={
        own.length === 0
          ? isOrigin
            ? t('compare.originSame')
            : t('compare.complaintSame')
          : isOrigin
            ? t('compare.origin', { count: own.length })
            : t('compare.complaint', { count: own.length })
      }
      state={own.length === 0 && state.kind === 'ready' ? nothing : state}
      height={HEIGHT}
      footnote={[
        t('footnote.measure', { measure: nameOf(answer.question.measure) }),
        t('compare.method', { count: answer.tests }),
        ...(isOrigin ? [t('compare.traced')] : []),
        ...(isOrigin && withRates ? [t(answer.units === 'built' ? 'compare.rateBuilt' : 'compare.rateShipped')] : []),
      ].join(t('common.sentenceSeparator'))}
      actions={{
        fileName: `compare-${about}`,
        sql: answer.sql,
        showRows: () => openRows(),
        table: () => differenceTable(sorted, { t, text }),
      }}
    >
      <div className={classes.scroller}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('compare.attribute')}</th>
              <th scope="col" className={classes.drawn}>
                {t('compare.shares', { a: format.number(answer.a), b: format.number(answer.b) })}
              </th>
              <th scope="col" className={classes.number}>
                {t('compare.ratio')}
              </th>
              <th scope="col" className={classes.number}>
                {t('compare.n')}
              </th>
              {withRates && (
                <th scope="col" className={classes.number}>
                  {t('compare.rate')}
                </th>
              )}
              {expert && (
                <th scope="col" className={classes.number}>
                  {t('compare.q')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((difference) => (
              <DifferenceRow
                key={`${difference.attribute.by} ${difference.attribute.names.join()} ${difference.values.join()}`}
                difference={difference}
                scope={answer.question.scope}
                longest={longest}
                withRates={withRates}
                expert={expert}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < sorted.length && (
        <TextButton quiet onClick={() => setAll(true)}>
          {t('compare.showAll', { count: sorted.length })}
        </TextButton>
      )}
    </Figure>
  );
}
