import type { Stage } from './load/load';
import type { FilePlan, ImportReport, Problem } from './plan';
import type { Refusal } from './survey/analyse';

/** The report of a file that came in. */
export function reportOf(
  plan: FilePlan,
  stage: Pick<Stage, 'accepted' | 'rejected' | 'cases' | 'cellIssues'>,
  problems: readonly Problem[] = [],
): ImportReport {
  return {
    ...understood(plan),
    rowsRead: plan.scan.records,
    rowsAccepted: stage.accepted,
    rowsRejected: stage.rejected,
    cases: stage.cases ?? null,
    cellIssues: stage.cellIssues,
    problems: [...plan.problems, ...problems],
  };
}

/** The report of a file of which nothing came in; everything is as it was. */
export function failedReport(plan: FilePlan, problems: readonly Problem[]): ImportReport {
  return {
    ...understood(plan),
    rowsRead: plan.scan.records,
    rowsAccepted: 0,
    rowsRejected: 0,
    cases: null,
    cellIssues: 0,
    problems: [...plan.problems, ...problems],
  };
}

/** The report of a file that could not even be understood. */
export function refusalReport({ name, refused }: Refusal): ImportReport {
  return {
    file: name,
    dataset: null,
    sheet: null,
    encoding: null,
    delimiter: null,
    headerRow: 0,
    rowsRead: 0,
    rowsAccepted: 0,
    rowsRejected: 0,
    cases: null,
    cellIssues: 0,
    mapping: {},
    dateFormats: {},
    problems: [refused],
  };
}

function understood(plan: FilePlan) {
  const times = plan.columns.flatMap(({ target, time }) =>
    target === null || time === undefined ? [] : [[target, time.shapes.flatMap(({ format }) => format ?? [])] as const],
  );
  return {
    file: plan.name,
    dataset: plan.dataset,
    sheet: plan.book?.sheet ?? null,
    encoding: plan.book === undefined ? plan.dialect.encoding : null,
    delimiter: plan.book === undefined ? plan.dialect.delimiter : null,
    headerRow: plan.dialect.headerLine ?? 0,
    mapping: Object.fromEntries(plan.columns.map(({ source, target }) => [source, target])),
    dateFormats: Object.fromEntries(times),
    ...(plan.profile !== undefined && { profile: plan.profile.name }),
  };
}

/** A plan without an error can be imported; one that also asks nothing needs only one click. */
export function canImport(plan: FilePlan): boolean {
  return plan.problems.every(({ level }) => level !== 'error');
}

export function isConfident(plan: FilePlan): boolean {
  return plan.problems.every(({ level }) => level === 'note');
}
