/** The SQL console. */
export const sql = {
  title: 'Ask the tables in SQL',
  titleRunning: 'Running…',
  titleDone_one: '{{count, number}} row in {{time}} s',
  titleDone_other: '{{count, number}} rows in {{time}} s',
  titleMore_one: 'The first row, in {{time}} s; there are more',
  titleMore_other: 'The first {{count, number}} rows, in {{time}} s; there are more',
  titleFailed: 'The statement gave no answer',
  titleCancelled: 'Cancelled',

  editor: 'SQL statement',
  editorKeys: 'Ctrl+Enter runs, Esc cancels, Tab indents; to leave press Esc, then Tab',
  placeholder: 'SELECT …',
  run: 'Run',
  runKeys: 'Ctrl + Enter runs, Esc cancels',
  stopping: 'Stopping…',
  elapsed: '{{time}} s',
  answer: 'Rows of the answer',
  more: 'Only the first {{limit}} rows are shown. The export writes all of them.',
  reveal: 'Show {{columns}} in full',
  revealValues: 'Show values that name people in full',
  maskedHint:
    'Names and contacts are recognised by the name of the column. Under another name, or inside a computed value, they are not masked.',
  noRows: 'No rows',
  noRowsHint: 'The statement is right, and nothing meets its conditions.',
  cancelled: 'The statement was cancelled',
  cancelledHint: 'It left nothing behind. Change it, or run it again.',
  place: 'Line {{line}}, column {{column}}',
  goTo: 'Go there',
  engineSays: 'The engine says:',

  examples: 'Examples',
  examplesLead:
    'Choose a question to begin with, or write your own. An example goes into the editor; nothing runs until you say so.',
  exampleMonths: 'Tickets by month',
  exampleRates: 'Quality complaints per 1000 shipped, by model',
  exampleFailures: 'The most frequent failures',
  exampleClosing: 'Days until closed, by month',
  exampleRepeated: 'Serial numbers with several tickets',
  exampleRejected: 'Why records did not come in',
  exampleSummary: 'Every column at a glance',
  safe: 'Statements here only read. The data cannot be changed, and no file or address is opened.',

  save: 'Save',
  saveName: 'Name',
  saveTaken: 'There is a query of this name; it will be replaced.',
  saveTooLong: 'The statement is too long to be saved.',
  saveRun: 'Save',
  saveReplace: 'Replace',
  savedAs: 'Saved as “{{name}}”',
  notKept: 'This could not be saved. Free some space in the browser’s storage and try again.',

  export: 'Export CSV',
  exportAll_one: 'All {{count, number}} row, in the order shown.',
  exportAll_other: 'All {{count, number}} rows, in the order shown.',
  exportMore:
    'All rows, also those that are not shown. The statement runs once more; an import under way waits for it.',
  exportPeople: 'Names and contacts in full',
  exportRun: 'Export',
  exporting: 'Writing the rows…',
  exportFailed: 'The file was not written.',
  fileName: 'query',

  side: 'Tables, saved queries and history',
  relations: 'Tables',
  findColumn: 'Find a table or column',
  showBlank: 'Also columns that are blank throughout',
  foldAll: 'Fold all',
  unfoldAll: 'Unfold all',
  aside: 'What could not be read ({{count, number}})',
  noColumn: 'No table or column of this name.',
  insertTable: 'Insert {{table}}',
  insertColumn: 'Insert {{column}}',
  filled: 'Share of rows that are filled',
  events: 'Events of complaints',
  issues: 'Cells that could not be read',
  rejected: 'Records that did not come in',

  saved: 'Saved',
  noSaved: 'No saved queries',
  noSavedHint:
    'Save keeps the statement in the editor under a name, in this workspace. Or bring queries along as a file.',
  savedFailed: 'The saved queries cannot be read',
  savedFailedHint:
    'They are left as they are. A newer version of the app may have written them; reload the page to get it.',
  rename: 'Rename {{name}}',
  delete: 'Delete {{name}}',
  deleted: '“{{name}}” was deleted.',
  undo: 'Undo',
  queriesFile: 'saved-queries',
  exportQueries: 'Export as file',
  importQueries: 'Import from file',
  imported_one: '{{count, number}} query added.',
  imported_other: '{{count, number}} queries added.',
  notQueries: '{{file}} holds no saved queries. Choose a JSON file that was exported here.',

  history: 'History',
  noHistory: 'Nothing run yet',
  noHistoryHint: 'Statements appear here as you run them.',
  historyHint: 'The last {{limit}} statements, until this tab is closed.',
  outcomeFailed: 'Failed',
  outcomeCancelled: 'Cancelled',
  outcomeDraft: 'Not run',
};

/** Why a statement gave no answer: what happened, and what to do. */
export const sqlProblem = {
  empty: { what: 'There is no statement', todo: 'Write one, or choose an example.' },
  several: {
    what: 'Only one statement is run at a time',
    todo: 'Remove what follows the first semicolon, or run the statements one after the other.',
  },
  notReading: {
    what: 'Statements that begin with “{{subject}}” are not run here',
    todo: 'Only reading is allowed, so that nothing can be lost: SELECT, WITH, FROM, VALUES, TABLE, DESCRIBE, SHOW, SUMMARIZE, PIVOT, UNPIVOT and EXPLAIN.',
  },
  explainAnalyze: {
    what: 'EXPLAIN ANALYZE is not run here',
    todo: 'It would run what it explains. EXPLAIN alone shows the plan.',
  },
  file: {
    what: 'Files and addresses are not opened here: {{subject}}',
    todo: 'Ask the tables on the right. Import a file on the Import screen to make a table of it.',
  },
  function: {
    what: 'This function is not run here: {{subject}}',
    todo: 'It acts on the engine or hides what it runs. Write the query itself.',
  },
  timeZone: {
    what: 'Times with a zone cannot be computed: {{subject}}',
    todo: 'Times in the data are those on the clock, without a zone. Compare with a time that is written out, such as {{time}}.',
  },
  syntax: {
    what: 'The statement cannot be understood',
    todo: 'Look just before the marked place: a comma, a bracket or a quote may be missing.',
  },
  unknownTable: {
    what: 'There is no such table',
    todo: 'The tables are listed on the right; click one to insert its name.',
  },
  unknownColumn: {
    what: 'There is no such column',
    todo: 'Search the columns on the right. Texts stand in single quotes, names in double ones.',
  },
  unknownFunction: {
    what: 'There is no such function',
    todo: '{{functions}} lists those that there are.',
  },
  type: {
    what: 'The types do not fit',
    todo: 'The types stand on the right. CAST(… AS …) turns a value into another type, TRY_CAST leaves blank what it cannot turn.',
  },
  value: { what: 'A value cannot be computed', todo: 'TRY_CAST leaves blank what it cannot read.' },
  memory: {
    what: 'The engine ran out of memory',
    todo: 'The data are unharmed. Narrow the rows with WHERE, group them, or leave out ORDER BY; a recursive query needs a condition to end.',
  },
  extension: {
    what: 'This needs a part of the engine that is not included',
    todo: 'Functions for JSON, time zones and the like are left out, because they would have to be fetched from the network.',
  },
  writing: { what: 'The statement would change data', todo: 'Only reading is allowed here.' },
  engine: {
    what: 'The engine could not run the statement',
    todo: 'The data are unharmed. Change the statement and run it again.',
  },
};
