import { useMemo, useState } from 'react';
import { type AgeLine, ageLines } from '../../ui/charts/age-lines';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import type { TableText } from '../../ui/csv';
import { Select } from '../../ui/Select';
import { type CohortGroup, cohortGroups, comparedAt } from './cohort-groups';
import { PlotFigure } from './PlotFigure';
import classes from './Reliability.module.css';
import type { AgesView } from './view';
import { type AgeWords, agedText, intervalText, useAgeFootnote, useAgeWords } from './words';

/** Claims per 1000 units up to each age, a line for each group of cohorts. */
export function CurveFigure({ view }: { readonly view: AgesView }) {
  const words = useAgeWords();
  const { t, format } = words;
  const style = useChartStyle();
  const { nevada, population, question, sql } = view.answer;
  const footnote = useAgeFootnote(view.answer);
  const groups = useMemo(() => cohortGroups(nevada), [nevada]);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const marked =
    groups.find(({ key }) => key === chosen) ?? groups.findLast(({ points }) => points.some(({ mature }) => mature));
  const before = marked === undefined ? undefined : groups[groups.indexOf(marked) - 1];
  const { axis } = population;
  const plot = useMemo(
    () =>
      ageLines({
        lines: curveLines(groups, marked, axis, { t, format }),
        axis: t(`reliability.word.axis.${axis}`),
        unit: t('reliability.perThousand'),
        format: (value) => format.rate(value),
        style,
      }),
    [groups, marked, axis, t, format, style],
  );
  if (groups.length === 0) return null;
  const both = marked && comparedAt(marked, before);
  const at = both?.[0] ?? marked?.points.at(-1);
  const facts = {
    group: marked === undefined ? '' : groupName(marked.key, words),
    before: before === undefined ? '' : groupName(before.key, words),
    age: at === undefined ? '' : agedText(axis, at.months, words),
    value: format.rate(at?.perThousand),
    other: format.rate(both?.[1].perThousand),
  };
  return (
    <PlotFigure
      state={view.state}
      sql={sql}
      title={t(both === undefined ? 'reliability.curves.title' : 'reliability.curves.titleAgainst', facts)}
      plot={plot}
      fileName="cumulative-by-age"
      table={() => curveTable(groups, axis, words)}
      onSelect={({ group }) => setChosen(group ?? undefined)}
      tools={
        <div className={classes.tools}>
          <Select
            label={t('reliability.curves.highlight')}
            value={marked?.key ?? ''}
            options={groups.map(({ key }) => ({ value: key, label: groupName(key, words) }))}
            onChange={setChosen}
            outlined
          />
          <span className={classes.dim}>{t(`reliability.word.cohort.${question.cohort}`)}</span>
        </div>
      }
      footnote={footnote(t('reliability.curves.method'))}
    />
  );
}

/** 2025-03 a month, 2025-H1 a half-year, 2025 a year. */
function groupName(key: string, { t, format }: Pick<AgeWords, 't' | 'format'>): string {
  const [year, part] = key.split('-');
  if (part === undefined) return t('reliability.curves.year', { year });
  return part.startsWith('H')
    ? t(`reliability.word.half.${part === 'H1' ? 'first' : 'second'}`, { year })
    : format.month(key);
}

type CurveWords = Pick<AgeWords, 't' | 'format'>;

function curveLines(
  groups: readonly CohortGroup[],
  marked: CohortGroup | undefined,
  axis: AgesView['answer']['population']['axis'],
  { t, format }: CurveWords,
): AgeLine[] {
  const label = (months: number) => t(`reliability.word.aged.${axis}`, { count: months });
  const curves = groups.map(
    (group): AgeLine => ({
      key: group.key,
      name: groupName(group.key, { t, format }),
      ...(group === marked ? {} : { role: 'context' as const }),
      points: group.points.map(({ months, perThousand, interval, mature, claims }) => ({
        age: months,
        value: perThousand,
        unsure: !mature,
        label: label(months),
        detail: [
          intervalText(interval, format.rate, { t }),
          t('reliability.claimsOf', { claims: format.number(claims), units: format.number(group.units) }),
          ...(mature ? [] : [t('reliability.notMature')]),
        ],
      })),
    }),
  );
  // Drawn last, over the others.
  const ordered = curves.sort((a, b) => Number(a.role === undefined) - Number(b.role === undefined));
  if (marked === undefined) return ordered;
  const bounds = ([0, 1] as const).map(
    (side): AgeLine => ({
      key: `bound ${side}`,
      name: '',
      role: 'limit',
      points: marked.points.map(({ months, interval }) => ({
        age: months,
        value: interval[side],
        label: label(months),
      })),
    }),
  );
  return [...bounds, ...ordered];
}

function curveTable(
  groups: readonly CohortGroup[],
  axis: AgesView['answer']['population']['axis'],
  words: AgeWords,
): TableText {
  const { t } = words;
  return {
    header: [
      t('reliability.cohort'),
      t(`reliability.word.axis.${axis}`),
      t('reliability.units'),
      t('reliability.claimsSoFar'),
      t('reliability.perThousand'),
      t('reliability.low'),
      t('reliability.high'),
      t('reliability.maturity'),
    ],
    rows: groups.flatMap(({ key, units, points }) =>
      points.map(({ months, perThousand, interval, mature, claims }) => [
        groupName(key, words),
        months,
        units,
        claims,
        perThousand,
        ...interval,
        mature ? '' : t('reliability.notMature'),
      ]),
    ),
  };
}
