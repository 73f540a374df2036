/** The Data screen. */
export const data = {
  titleNone: 'No data yet: drop the complaint export of your CRM here',
  titleComplaints: '{{complaints, number}} complaints from {{from}} to {{until}}; no shipments yet, so counts only',
  titleShipments: '{{shipments, number}} lines of shipments from {{from}} to {{until}}; no complaints yet',
  titleBoth:
    '{{complaints, number}} complaints from {{from}} to {{until}}, and {{shipments, number}} lines of shipments',
  leftSample: 'You were looking at the sample. Your files go into “My data”; the two never mix.',
  choose: 'Drop files here, or click to choose',
  chooseHint:
    'CSV, TSV or text, several at once, in UTF-8, GB18030 (GBK), Big5 or UTF-16. Nothing leaves this computer.',
  chooseBusy: 'An import is under way',
  failedLook: 'The files could not be looked at',
  failedImport: 'The import failed; everything is as it was before',
  failedHint: 'Try again. If it keeps happening, take the files out one by one to find the one to blame.',
  back: 'Back to the files',
};

export const review = {
  titleSure_one: '{{count, number}} file is understood: {{records, number}} records',
  titleSure_other: '{{count, number}} files are understood: {{records, number}} records in all',
  titleAsk_one: '{{count, number}} of {{all, number}} files wants a look before it is imported',
  titleAsk_other: '{{count, number}} of {{all, number}} files want a look before they are imported',
  titleNone: 'None of the files can be imported as they are',
  confirm_one: 'Import {{count, number}} file',
  confirm_other: 'Import {{count, number}} files',
  left_one: '{{count, number}} file cannot be imported and is left out.',
  left_other: '{{count, number}} files cannot be imported and are left out.',
  discard: 'Discard',
  remove: 'Take out {{file}}',
  stateReady: 'Understood',
  stateAsk: 'Please look',
  stateError: 'Cannot be imported',
  records: '{{count, number}} records',
  columns: '{{known}} of {{all}} columns recognised',
  dataset: 'One row is',
  encoding: 'Encoding',
  delimiter: 'Delimiter',
  headerLine: 'Header line',
  headerHint: '0 = the file has none',
  automatic: 'Find out',
  preview: 'First rows',
  moreColumns: '{{count, number}} more columns',
  mapping: 'What each column is',
  source: 'Column in the file',
  samples: 'Examples',
  target: 'Becomes',
  confidence: 'Certainty',
  reading: 'How its cells are read',
  told: 'You said so',
  sure: 'Certain',
  likely: 'Likely',
  unsure: 'Uncertain',
  extra: 'Keep as an extra column',
  leaveOut: 'Leave out',
  leftOut: 'Left out',
  extraShort: 'Extra column',
  changeTarget: 'What {{column}} is: {{target}}. Change',
  searchTarget: 'Search columns',
  noTarget: 'No such column',
  unreadable: 'not readable, stays blank',
  moreShapes: '{{count, number}} more ways of writing',
  order: 'Order of year, month and day',
  orderAll: 'Holds for every date column of this file.',
  orderRight: 'Yes: {{order}}',
  encodingRight: 'It reads well',
  dialectRight: 'The columns are right',
  separator: 'Several values in a cell, separated by {{separator}}',
  valuesKnown: 'All {{count, number}} values known',
  valuesUnknown: '{{unknown, number}} of {{all, number}} values not known',
  showValues: 'Values of {{column}}',
  codeOf: 'What “{{value}}” means',
  notKnown: 'Not known: kept as written',
};

export const dataset = {
  complaint: 'a complaint',
  shipment: 'a shipment',
};

export const datasetHint = {
  complaint: 'One ticket, as a CRM or after-sales system exports it. Needed for everything.',
  shipment: 'Goods shipped: when, what, how many. Turns counts into rates.',
};

export const encoding = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (LE)',
  'utf-16be': 'UTF-16 (BE)',
  gb18030: 'GB18030 (GBK, simplified Chinese)',
  big5: 'Big5 (traditional Chinese)',
};

export const delimiter = {
  comma: 'Comma  ,',
  tab: 'Tab',
  semicolon: 'Semicolon  ;',
  pipe: 'Bar  |',
  other: '“{{character}}”',
};

export const dateOrder = {
  ymd: 'year, month, day',
  mdy: 'month, day, year',
  dmy: 'day, month, year',
};

export const decidedBy = {
  rows: 'decided by the rows of the column',
  witnesses: 'decided by the other date columns',
  user: 'you said so',
  assumed: 'assumed: please confirm',
};

export const columnGroup = {
  identity: 'Ticket',
  times: 'Times',
  source: 'Where it came from',
  customer: 'Customer',
  product: 'Product',
  problem: 'What failed',
  judgement: 'Judgement',
  outcome: 'Outcome',
  shipment: 'Shipment',
};

export const report = {
  titleAll_one: '{{count, number}} file is in: {{rows, number}} rows accepted',
  titleAll_other: '{{count, number}} files are in: {{rows, number}} rows accepted',
  titleSome: '{{count, number}} of {{all, number}} files are in: {{rows, number}} rows accepted',
  titleNone: 'Nothing was imported; everything is as it was',
  equation: '{{read}} rows read = {{accepted}} accepted + {{rejected}} rejected',
  notIn: 'Not imported; nothing of it was stored',
  replaced: '{{count, number}} rows of earlier imports replaced',
  cellIssues: '{{count, number}} cells could not be read and are blank',
  asked:
    'Some questions were left open. To decide otherwise, import the file again with other settings: rows with the same number are replaced.',
  see: 'See what is failing',
  rejected: 'Rejected rows',
  cells: 'Unread cells',
  close: 'Close the report',
};

export const journal = {
  title_one: '{{count, number}} imported file',
  title_other: '{{count, number}} imported files',
  export: 'Export the list (JSON)',
  at: 'Imported',
  file: 'File',
  dataset: 'One row is',
  accepted: 'Accepted',
  rejected: 'Rejected',
  cellIssues: 'Unread cells',
  replaced: 'Replaced',
  encoding: 'Encoding',
  fingerprint: 'Fingerprint',
  fingerprintHint: '{{hash}} — SHA-256 over the SHA-256 digests of the file’s parts of 8 MiB',
  size: 'Size',
};

export const storage = {
  title: 'Where the data are kept',
  opfs: 'In this browser, on this computer. They stay when the tab closes.',
  memory: 'In memory only: gone when the tab closes.',
  persisted: 'The browser has promised not to clear them by itself.',
  notPersisted: 'The browser may clear them when the disk gets full.',
  ask: 'Ask it to keep them',
  refused: 'The browser did not agree. Bookmarking or installing the page often changes its mind.',
  usage: '{{used}} of {{quota}} used by this site',
  clear: 'Clear this workspace …',
  clearTitle: 'Delete everything in “{{workspace}}”?',
  clearLoss:
    '{{rows, number}} rows, the copies of {{files, number}} imported files and the list of imports are deleted from this browser. The files on your disk stay.',
  clearConfirm: 'Delete everything',
  clearFailed: 'The workspace could not be cleared',
};

export const kept = {
  rejectedTitle_one: '{{count, number}} row was rejected and kept aside',
  rejectedTitle_other: '{{count, number}} rows were rejected and kept aside',
  cellsTitle_one: '{{count, number}} cell could not be read and is blank in the table',
  cellsTitle_other: '{{count, number}} cells could not be read and are blank in the table',
  allFiles: 'All files',
  allReasons: 'All reasons',
  allColumns: 'All columns',
  ofFile: 'File',
  reason: 'Reason',
  column: 'Column',
  line: 'Line',
  record: 'Record',
  raw: 'As written',
  counted: '{{name}} ({{count, number}})',
  download: 'Download CSV',
  downloading: 'Collecting the rows',
  downloadFailed: 'The rows could not be collected',
  fullText: '{{file}}, record {{record, number}}',
  place: 'Line {{line, number}}',
  cell: 'The cell: {{raw}}',
  gone: 'The record could not be read again from the imported file.',
};
