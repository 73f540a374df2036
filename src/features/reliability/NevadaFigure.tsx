import { useState } from 'react';
import { EVERYTHING } from '../../domain/scope';
import { Figure } from '../../ui/Figure';
import { Select } from '../../ui/Select';
import { isValue, useDrill } from '../../ui/view/drill';
import { NevadaTable } from './NevadaTable';
import { CELL_KINDS, type CellKind, MOST_COHORTS, nevadaLong, worstCell } from './nevada-grid';
import classes from './Reliability.module.css';
import { type AgesView, HEIGHTS } from './view';
import { useAgeFootnote, useAgeWords } from './words';

/** Fewer claims than this do not make a cell the worst. */
const LEAST = 3;

/** Claims per 1000 units by cohort and month of age. */
export function NevadaFigure({ view }: { readonly view: AgesView }) {
  const words = useAgeWords();
  const { t, format } = words;
  const { answer, state } = view;
  const { nevada, question, population, sql } = answer;
  const [kind, setKind] = useState<CellKind>('rate');
  const footnote = useAgeFootnote(answer);
  const drill = useDrill(EVERYTHING);
  const page = useDrill();
  const ofMode = question.mode === undefined ? [] : [isValue('failure_mode', question.mode)];
  const worst = worstCell(nevada, LEAST);
  const legend = [
    t('reliability.nevada.legend'),
    ...(nevada.some(({ scope }) => scope !== null) ? [t('reliability.nevada.click')] : []),
  ].join(t('common.sentenceSeparator'));
  const name = t(`reliability.word.table.${population.axis}`);
  const title =
    worst === undefined
      ? name
      : t('reliability.nevada.title', {
          name,
          cohort: t(`reliability.word.left.${question.cohort}`, { month: format.month(worst.cohort) }),
          age: t(`reliability.word.month.${population.axis}`, { month: worst.age + 1 }),
          value: format.rate(worst.cell.perThousand),
        });
  return (
    <Figure
      title={title}
      state={nevada.length === 0 ? { kind: 'empty', title: t('reliability.nevada.empty') } : state}
      height={HEIGHTS.table}
      footnote={footnote(
        ...(nevada.length > MOST_COHORTS ? [t('reliability.nevada.latest', { n: MOST_COHORTS })] : []),
        t('reliability.nevada.method'),
      )}
      actions={{
        fileName: `age-table-${question.cohort}`,
        sql: [...sql],
        table: () => nevadaLong(answer, words),
        showRows: () => page.openRows(ofMode),
      }}
    >
      <div className={classes.tools}>
        <Select
          label={t('reliability.nevada.cells')}
          value={kind}
          options={CELL_KINDS.map((value) => ({ value, label: t(`reliability.word.cell.${value}`) }))}
          onChange={setKind}
          outlined
        />
        <span className={classes.dim}>{legend}</span>
      </div>
      <NevadaTable
        answer={answer}
        kind={kind}
        label={name}
        onOpen={({ scope }) => drill.openRows([...(scope ?? []), ...ofMode])}
      />
    </Figure>
  );
}
