import type { NevadaCell, ReliabilityAnswer } from '../../analysis/reliability/types';
import type { TableText } from '../../ui/csv';
import type { AgeWords } from './words';

/** Cohorts that the table shows; older ones are in what it exports. */
export const MOST_COHORTS = 60;

/** What the cells say. */
export const CELL_KINDS = ['rate', 'claims'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

export function cellValue(cell: NevadaCell, kind: CellKind): number | null {
  return kind === 'rate' ? cell.perThousand : cell.claims;
}

/** The value with the full colour: all but the highest twentieth of mature cells, so that one small cohort does not pale the rest. */
export function fullColour(rows: ReliabilityAnswer['nevada'], kind: CellKind): number {
  const values = rows
    .flatMap(({ cells }) => cells.filter(({ mature }) => mature).map((cell) => cellValue(cell, kind) ?? 0))
    .filter((value) => value > 0)
    .sort((a, b) => a - b);
  return values[Math.floor(0.95 * (values.length - 1))] ?? 1;
}

/** The worst mature cell that is not a handful. */
export function worstCell(rows: ReliabilityAnswer['nevada'], least: number) {
  let worst: { readonly cohort: string; readonly age: number; readonly cell: NevadaCell } | undefined;
  for (const { cohort, cells } of rows)
    for (const [age, cell] of cells.entries())
      if (cell.mature && cell.claims >= least && (cell.perThousand ?? 0) > (worst?.cell.perThousand ?? 0))
        worst = { cohort, age, cell };
  return worst;
}

/** The table as it stands on screen, all cohorts. */
export function nevadaWide(
  { nevada, population }: ReliabilityAnswer,
  kind: CellKind,
  { t, format }: AgeWords,
): TableText {
  const ages = Math.max(0, ...nevada.map(({ cells }) => cells.length));
  return {
    header: [
      t('reliability.cohort'),
      t('reliability.units'),
      t('reliability.claims'),
      ...Array.from({ length: ages }, (_, age) => t(`reliability.word.month.${population.axis}`, { month: age + 1 })),
    ],
    rows: nevada.map(({ cohort, units, claims, cells }) => [
      format.month(cohort),
      units,
      claims,
      ...Array.from({ length: ages }, (_, age) => {
        const cell = cells[age];
        return cell === undefined ? null : cellValue(cell, kind);
      }),
    ]),
  };
}

/** A row for each cell, with all that is known of it. */
export function nevadaLong({ nevada, population }: ReliabilityAnswer, { t, format }: AgeWords): TableText {
  return {
    header: [
      t('reliability.cohort'),
      t(`reliability.word.axis.${population.axis}`),
      t('reliability.units'),
      t('reliability.claims'),
      t('reliability.exposure'),
      t('reliability.lived'),
      t('reliability.perThousand'),
      t('reliability.maturity'),
    ],
    rows: nevada.flatMap(({ cohort, units, cells }) =>
      cells.map((cell, age) => [
        format.month(cohort),
        age + 1,
        units,
        cell.claims,
        cell.exposure,
        cell.lived,
        cell.perThousand,
        cell.mature ? '' : t('reliability.notMature'),
      ]),
    ),
  };
}
