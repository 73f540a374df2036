import Papa from 'papaparse';
import type { FilePlan, ImportOptions } from '../plan';
import { optionsOf } from '../survey/told';

/** A rejected record put right: its number in its file, and its cells in the order of the file's columns. */
export interface Correction {
  readonly record: number;
  readonly cells: readonly string[];
}

type SourcePlan = Omit<FilePlan, 'scan' | 'preview'>;

/** The columns that a file has itself, in its order: those that a correction gives cells for. */
export function ownColumns({
  columns,
}: Pick<SourcePlan, 'columns'>): { readonly source: string; readonly target: string | null }[] {
  return columns.filter(({ computed }) => computed === undefined).sort((a, b) => a.index - b.index);
}

/** A small file of corrected records, named after the one that they come from. */
export function correctionFile(plan: SourcePlan, corrections: readonly Correction[]): File {
  const header = ownColumns(plan).map(({ source }) => source);
  const rows = corrections.map(({ cells }) => header.map((_, at) => cells[at] ?? ''));
  const text = Papa.unparse([header, ...rows], { newline: '\n' });
  const records = corrections.map(({ record }) => record).join(', ');
  return new File([text, '\n'], `${plan.name} #${records}`, { type: 'text/csv' });
}

/** How such a file is understood: its records are events where those of its source are, which a few records by themselves do not show. */
export function correctionPlan({ events }: SourcePlan, plan: FilePlan): FilePlan {
  return events === undefined ? plan : { ...plan, events };
}

/** How such a file is read: as its source was. */
export function correctionOptions(plan: SourcePlan): ImportOptions {
  const { sheet: _sheet, table: _table, replace: _replace, events: _events, ...told } = optionsOf(plan);
  return { ...told, encoding: 'utf-8', delimiter: ',', headerRow: 1 };
}
