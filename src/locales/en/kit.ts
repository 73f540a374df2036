/** Words of the shared components. */
export const common = {
  blank: 'Blank',
  other: 'Other',
  otherOf: 'Other ({{count, number}})',
  cumulative: 'Cumulative share',
  loading: 'Loading…',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying',
  reveal: 'Show',
  listSeparator: ', ',
  sentenceSeparator: ' ',
};

export const figure = {
  menu: 'Actions for this figure',
  rows: 'Show rows',
  sql: 'Show SQL',
  asTable: 'Show as table',
  asChart: 'Show as chart',
  tableLabel: 'Figures as a table',
  copyTable: 'Copy table',
  exportCsv: 'Export CSV',
  copyImage: 'Copy image',
  saveImage: 'Save image',
  saveVector: 'Save as SVG',
  refreshing: 'Refreshing…',
  cannot: 'Cannot be computed because {{because}}',
  sqlTitle: 'SQL of this figure',
  openSql: 'Open in the SQL console',
};

export const chart = {
  keys: 'Arrow keys move, Enter narrows, Shift+Enter opens the rows',
  summary: '{{title}}. {{points}} points.',
};

export const state = {
  worse: 'Worse',
  better: 'Better',
  more: 'More',
  fewer: 'Fewer',
  common: 'Common variation',
  provisional: 'Provisional',
  notEnough: 'Not enough data',
  safety: 'Safety',
};

export const table = {
  columns: 'Columns',
  visible: 'Show {{column}}',
  earlier: 'Move {{column}} forward',
  later: 'Move {{column}} back',
  pin: 'Pin {{column}}',
  unpin: 'Unpin {{column}}',
  rows: '{{count, number}} rows',
  selectedRows: '{{count, number}} rows selected',
  sum: 'Sum {{value}}',
  mean: 'Mean {{value}}',
  tooMany: 'Too many rows to add up or copy; at most {{limit}}',
  failed: 'These rows could not be read',
  sortAscending: 'Sorted ascending',
  sortDescending: 'Sorted descending',
  printed: 'On paper: rows {{from, number}} to {{to, number}} of {{total, number}}.',
  printedExport: '“{{button}}” on the screen writes all of them.',
};

export const scope = {
  label: 'Filters',
  everything: 'All complaints',
  clear: 'Clear all',
  remove: 'Remove filter: {{filter}}',
  oneOf: '{{field}}: {{values}}',
  noneOf: '{{field}}: not {{values}}',
  nothing: 'no value',
  more: '{{values}} and {{count, number}} more',
  from: '{{field}}: from {{from}}',
  to: '{{field}}: to {{to}}',
  between: '{{field}}: {{from}} to {{to}}',
  on: '{{field}}: {{day}}',
  atLeast: '{{field}} ≥ {{min}}',
  atMost: '{{field}} ≤ {{max}}',
  range: '{{field}}: {{min}} to {{max}}',
  contains: '{{field}} contains “{{text}}”',
};

export const progress = {
  bytes: '{{done}} of {{total}}',
  rows: '{{count, number}} rows',
  left: '{{time}} left',
};

/** Why a record did not come in. */
export const reject = {
  tooFewCells: 'Too few cells',
  tooManyCells: 'Too many cells',
  brokenQuote: 'A quote is not closed',
  nulBytes: 'Holds NUL bytes',
  tooLong: 'The record is too long',
  truncated: 'The file ends inside the record',
  repeatedHeader: 'The header or title once more',
  totalRow: 'A row of totals',
  noteRow: 'A note, no record',
  requiredMissing: 'A required value is missing',
  requiredUnreadable: 'A required value cannot be read',
  duplicateKey: 'The same number appears more than once',
};
