import type { Dataset } from '../../../domain/columns';
import { proposeMapping } from '../meaning/mapping';
import type { SniffedDialect } from '../text/dialect';

/** A column is recognised when its meaning is at least this sure. */
const RECOGNISED = 0.5;

/** How much a table looks like one of the datasets, to choose among several: columns that are recognised, then how sure it is, then its size. */
export function tableFit(
  { header, sources, rows }: Pick<SniffedDialect, 'header' | 'sources' | 'rows'>,
  cells: number,
  dataset: Dataset | undefined,
): number {
  const { columns, datasetConfidence } = proposeMapping(
    { header, sources, rows: rows.map((row) => row.cells) },
    dataset,
  );
  const recognised = columns.filter(({ target, confidence }) => confidence >= RECOGNISED && !target.startsWith('x_'));
  return recognised.length + 2 * datasetConfidence + Math.log10(1 + cells) / 4;
}
