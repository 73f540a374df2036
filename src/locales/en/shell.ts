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
  data: 'Import',
};

export const keys = {
  title: 'Keys',
  general: 'Everywhere',
  help: 'Show the keys',
  escape: 'Close what is open',
  search: 'Search, where a screen has a search field',
  screens: 'Go to a screen, in the order of the navigation',
  period: 'Step the period back or forward by its length',
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
