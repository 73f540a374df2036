/** Frame of the application: navigation, top bar, keys. */
export const shell = {
  product: 'Truecause',
  skip: 'Skip to content',
  screens: 'Screens',
  collapse: 'Collapse navigation',
  expand: 'Expand navigation',
  view: 'View settings',
  workspace: 'Workspace',
  measure: 'Measure',
  basis: 'Basis',
  grain: 'Time steps',
  language: 'Language',
  toLight: 'Switch to light',
  toDark: 'Switch to dark',
  notFound: 'There is no such screen',
  notFoundHint: 'The link may be from another version. Choose a screen on the left.',
  broken: 'This screen has stopped working',
  brokenHint: 'Your data are untouched. Try again; if it keeps happening, reload the page.',
  updateReady: 'A new version is ready',
  updateHint: 'Reload when it suits you. Your data stay as they are.',
  updateAfterImport: 'Reload once the import is finished or discarded.',
  updateElsewhere: 'Another tab still works with the present version. Close it, then reload here.',
  updateReload: 'Reload',
  updateLater: 'Later',
};

/** The choice of a period in the top bar. */
export const period = {
  label: 'Period',
  button: 'Period: {{period}}',
  choice: {
    thisMonth: 'This month',
    lastMonth: 'Last complete month',
    last3: 'Last 3 complete months',
    last6: 'Last 6 complete months',
    last12: 'Last 12 complete months',
    thisYear: 'This year',
    all: 'All time',
  },
  since: 'Since {{from}}',
  until: 'Until {{to}}',
  between: '{{from}} to {{to}}',
  byHand: 'From and to',
  from: 'From',
  to: 'To, included',
  example: 'yyyy-mm-dd',
  apply: 'Apply',
  notADay: 'Write a day such as 2025-03-31, or a month such as 2025-03.',
  wrongOrder: 'The first day is after the last one.',
  asOf: 'As of {{day}}, the last day that the data tell about.',
};

export const workspace = {
  sample: 'Sample data',
  mine: 'My data',
};

export const group = {
  see: 'See',
  data: 'Data',
};

export const screen = {
  overview: 'Overview',
  trends: 'Trends',
  complaints: 'Complaints',
  signals: 'Signals',
  reliability: 'Reliability',
  safety: 'Safety watch',
  data: 'Import',
  quality: 'Data quality',
  coding: 'Coding',
  sql: 'SQL',
};

/** What stands above a printed page. */
export const paper = {
  measure: '{{measure}}, {{basis}}, {{grain}}',
  asOf: 'Data until {{day}}',
  data_one: '{{count, number}} imported file, fingerprint {{fingerprint}}',
  data_other: '{{count, number}} imported files, fingerprint {{fingerprint}}',
  printed: 'Printed {{at}}',
};

export const keys = {
  title: 'Keys',
  general: 'Everywhere',
  help: 'Show the keys',
  escape: 'Close what is open',
  search: 'Search, where a screen has a search field',
  screens: 'Go to a screen, in the order of the navigation',
  choosePeriod: 'Choose the period',
  period: 'Step the period back or forward by its length; without one, take the last complete month',
  chart: 'On a chart',
  chartMove: 'Move the marked point',
  chartSelect: 'Narrow to the marked point',
  chartOpen: 'Open the rows of the marked point',
  table: 'In a table',
  tableMove: 'Move by one cell',
  tablePage: 'Move by a screenful',
  tableEdge: 'First or last column; with Ctrl first or last row',
  tableExtend: 'Extend the selection',
  tableRow: 'Select the row',
  tableAll: 'Select everything',
  tableOpen: 'Open the row',
  tableCopy: 'Copy the selection',
  chips: 'On a filter',
  chipRemove: 'Remove it',
};
