/** From opening the page to the first data: start-up, empty screens, files on their way. */
export const start = {
  loading: 'Loading the engine',
  opening: 'Opening your data',
  rebuilding: 'Making the tables again from the imported files. Nothing is lost if you close the tab.',
  unsupported: 'This browser cannot run the engine',
  missing: 'It lacks {{feature}}.',
  browsers: 'Open the page in Chrome or Edge 116, Firefox 124, Safari 17.4, or anything newer.',
  taken: 'Another tab has these data open',
  takenHint: 'Only one tab at a time can work on them. If this tab takes over, the other one closes them safely.',
  takeOver: 'Work in this tab',
  released: 'Another tab has taken over these data',
  releasedHint: 'Everything that was imported is safe. To go on working here, take them back.',
  takeBack: 'Take back to this tab',
  failed: '{{workspace}} could not be opened',
  failedHint:
    'Try again first. Rebuilding makes the tables again from the imported files, which are kept unchanged beside them.',
  rebuild: 'Rebuild from the imported files',
  missingFiles: 'The copies of these imported files are gone from the browser’s storage: {{files}}.',
  missingHint:
    'Going on without them undoes their imports; all others stay. Then import these files again from your disk.',
  withoutMissing: 'Go on without them',
  startOver: 'Start over …',
  startOverTitle: 'Delete everything in “{{workspace}}”?',
  startOverLoss:
    'Every imported file of this workspace, its rows and the list of imports are deleted from this browser. The files on your disk stay.',
  startOverConfirm: 'Delete and start over',
  memory:
    'This browser gives the page no storage: everything works, but what you import is gone when the tab closes or another workspace is opened. Private windows do this.',
};

export const welcome = {
  title: 'No data yet: drop a complaint export and see what is failing',
  drop: 'Drop the export',
  dropText: 'The file that your CRM or after-sales system gives: Excel, CSV, text, or a ZIP. Anywhere on this page.',
  check: 'Check what was understood',
  checkText: 'Columns, dates, encoding and severities are recognised. You look, correct where needed, and confirm.',
  read: 'Read the answers',
  readText: 'What moved in the last month, trends, every complaint behind a number, and safety cases first.',
  private: 'Nothing leaves this computer.',
  import: 'Import files',
  sample: 'Open the sample',
  waiting_one: '{{count, number}} file waits for your look',
  waiting_other: '{{count, number}} files wait for your look',
  failed: 'The import did not work',
  look: 'Go to the import',
};

export const step = {
  turn: 'File {{at}} of {{of}}: ',
  fetching: 'Fetching the sample',
  reading: 'reading {{file}}',
  loading: 'taking in {{file}}',
  coding: 'Naming the failures by the coding that is applied',
  merging: 'Putting the rows in order and saving them',
};

export const drop = {
  here: 'Drop the files to import them',
  busy: 'An import is under way; drop the files when it is done',
};

export const indicator = {
  busy: 'Importing {{share}}',
  review_one: '{{count, number}} file to review',
  review_other: '{{count, number}} files to review',
  done_one: '{{count, number}} file imported',
  done_other: '{{count, number}} files imported',
  undoing: 'Undoing an import',
  failed: 'Import failed',
};
