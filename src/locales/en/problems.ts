/** What can be wrong with a file, by the code of the problem: what and where, then what to do. */
export const problem = {
  emptyFile: '“{{file}}” is empty: it has no bytes. Export it again.',
  binaryFile: '“{{file}}” is {{kind}}, not a text file. Open it where it came from and save it as CSV.',
  truncatedZip:
    '“{{file}}” is cut off or damaged: the list of contents at its end is missing. Copy or download it once more, or export it again.',
  damagedZip: '“{{file}}” is damaged: its content does not agree with its check sums. Copy or download it once more.',
  packedOtherwise:
    '“{{file}}” is compressed in a way that cannot be read here (method {{method}}). Unpack it with the program that made it and drop the files.',
  unpacksTooLarge:
    '“{{file}}” goes on beyond {{largest}} when it is unpacked; unpacking was stopped. Unpack it yourself if you know where it comes from, and drop only what is needed.',
  zipBomb:
    '“{{file}}” would grow from {{packed}} to {{unpacked}}: no register does that, so it was not unpacked. If you know what it is, unpack it yourself and drop only what is needed.',
  tooManyEntries:
    '“{{file}}” holds {{files, number}} files, more than {{limit, number}}. Unpack it and drop those with complaints and deliveries.',
  emptyArchive: '“{{file}}” holds no files. Pack it again.',
  nestedArchive: '“{{file}}” is an archive inside an archive. Unpack it and drop what it holds.',
  encryptedEntry: '“{{file}}” is protected by a password. Unpack it with the password and drop the file.',
  repeatedEntry: '“{{file}}” is byte by byte the same as “{{other}}”, which is looked at. It is left out.',
  otherEntries:
    'In “{{file}}”, {{files, number}} files that are no lists (pictures, documents …) are left out: {{names}}. If one of them is a list, unpack it and drop it.',
  notAWorkbook:
    '“{{file}}” is another program’s document, not a workbook. If it holds a list, save that as CSV or as an Excel workbook.',
  encryptedBook:
    '“{{file}}” is protected by a password, so nothing in it can be read. Open it in Excel or WPS, remove the password (File > Info > Protect Workbook) and save it.',
  truncatedBook: '“{{file}}” is cut off: a part of the workbook is missing. Copy or download it once more.',
  damagedBook:
    '“{{file}}” is a damaged workbook and cannot be read. Open it in Excel or WPS, which may repair it, and save it anew or as CSV.',
  bookTooLarge:
    '“{{file}}” unpacks to more than {{largest}}, too much for a browser’s memory. Open it in Excel or WPS and save the sheet as CSV: that can be of any size.',
  emptyBook: 'No sheet of “{{file}}” holds anything. Export it with its data.',
  emptySheet: 'Sheet “{{sheet}}” of “{{file}}” holds nothing. Choose another sheet.',
  noSuchSheet: '“{{file}}” has no sheet “{{sheet}}”. It has: {{sheets}}. Choose one of these.',
  sheetTooWide:
    'Sheet “{{sheet}}” of “{{file}}” has {{columns, number}} columns (up to {{last}}), more than {{limit, number}}: no register has that many. Delete what is not needed, or choose another sheet.',
  otherSheets:
    'Sheet “{{sheet}}” looks most like a register and is read. The workbook has others with rows: {{sheets}}. To read another, drop the file again and choose it under “Sheet”.',
  hiddenSheets:
    'The workbook has hidden sheets with rows: {{sheets}}. They are not read; one can be chosen under “Sheet” before the file is imported.',
  noSuchTable:
    'There is no table {{number, number}}, counted from 0: the number of tables found is {{tables, number}}. Choose one of these, or leave the option out.',
  severalTables:
    'There are {{tables, number}} tables, one beside or below the other. The one at {{place}} ({{names}}) is read, and no other. Choose another one, or drop the file again to import the next.',
  macros: 'The workbook holds macros. They are not run; only cells are read.',
  uncomputedFormulas:
    '{{cells, number}} formulas have no result in the file, so their cells are blank. Open the workbook in Excel or WPS, save it and drop it again to have them computed.',
  pageAsBook: 'The file is a web page that goes by a workbook’s name. Its tables are read, each cell as it stands.',
  pageWithoutTable:
    '“{{file}}” is a web page without a table, perhaps the log-in page of the system that it was exported from. Log in there, export the list again and drop that file.',
  joinedHeader:
    'The header has several rows ({{first, number}} to {{last, number}}). They are joined as “group · name”.',
  errorCells:
    '{{cells, number}} cells hold an error of the workbook, the first in {{place}}. Correct them in the workbook; until then they count as unreadable where a date or number is expected.',
  overlongNumbers:
    '{{cells, number}} numbers have more than 15 digits, the first in {{place}}. Excel keeps 15 and writes zeros for the rest: if these are numbers of units or orders, export that column as text.',
  mergedCells:
    '{{areas, number}} merged cells reach over several rows, the first in {{place}}. Their value stands in the first of these rows only; the others are blank. Unmerge and fill them if each row should have it.',
  tooManyColumns:
    '“{{file}}” has more than {{limit, number}} columns, which no register of complaints has. If it is cut at the wrong character, choose another delimiter; else export fewer columns.',
  noRows:
    '“{{file}}” has no rows below its header. Export it with its data, or set the header line if that is not the header.',
  encodingUnsure:
    'The encoding is probably {{encoding}}, but this is not certain. Look at the first rows: if characters are wrong, choose another encoding.',
  dialectUnsure:
    'How the lines are cut into columns is not certain. Look at the first rows: if they are wrong, choose another delimiter or header line.',
  undecodable:
    '{{cells, number}} cells hold bytes that are not {{encoding}}; the unreadable characters show as �. If there are many, choose another encoding.',
  userCharacters:
    'At the beginning of the file alone, {{characters, number}} characters are of the kind that a house makes for itself (rare names, mostly). They are kept as they are, but only machines with the same font show them.',
  brokenRecords:
    '{{rows, number}} records are damaged: they are set aside with their line number and reason, to be looked at and downloaded.',
  pageRows:
    '{{rows, number}} rows belong to the printed page: the header once more, totals or notes. They are not counted as records of the list but set aside, to be looked at and downloaded.',
  blankRecords: '{{rows, number}} blank lines are passed over.',
  noSpace:
    'There is not enough room: the import needs about {{needed}}, the browser has {{free}} left. About {{rows, number}} of the {{records, number}} records would fit. Free disk space or import fewer files; nothing was stored.',
  notAccounted:
    'Refused, because rows would be lost: {{counted, number}} records were counted in the file, {{loaded, number}} arrived. Nothing was stored. Please check delimiter and quotes in the file.',
  diskFull: 'The disk filled up during the import. Nothing was stored. Free some space and try again.',
  engineFailed: 'The engine refused the file: {{message}} Nothing was stored. Try again with other settings.',
  correctionRejected:
    'The record is still not acceptable: something required is blank or cannot be read. Look at the date and the number; nothing was changed.',
  sameFile: '“{{file}}” was imported before, byte by byte the same. Its rows take the place of those of that import.',
  olderFile:
    '“{{file}}” ends on {{until}}, while the data reach to {{latest}}, and it changed {{rows, number}} rows that were there, of which {{emptied, number}} lost something. If it is an older export, these rows were set back: undo the import.',
  allKeysNew:
    'None of the {{rows, number}} numbers in “{{file}}” was known, although earlier files have {{vanished, number}} rows of the same period. If they are the same rows under changed numbers, each now counts twice: undo the import and check the number column.',
  alreadyThere: '{{rows, number}} rows of “{{file}}” were there already, just so. They count once.',
  countedTwice:
    '“{{file}}” repeats rows of earlier files, has {{rows, number}} others, and lacks {{vanished, number}} of the rows that earlier files have between {{from}} and {{until}}. If it corrects that period, corrected rows count twice: open the import in the history and let it replace its period, or undo it.',
  columnsMissing:
    '“{{file}}” lacks columns that earlier files have ({{missing}}): rows that it replaced are blank there now. If that is not meant, undo the import and export with all columns.',
  rowsRemoved: '{{rows, number}} earlier rows left without a counterpart, because “{{file}}” took their place.',
  keyRepeats:
    'In {{rows, number}} records the number occurs again further down; the last one counts, and those before it are among the rejected rows with that reason.',
  eventLog:
    'This looks like an event log: {{events, number}} events of {{cases, number}} complaints. “{{column}}” repeats, “{{time}}” goes on and “{{activity}}” changes. The last event of each number becomes the complaint, all of them its course.',
  noEvents:
    'The rows cannot be taken as events: only complaints have a course, and a column must hold their number. Choose it in the table of columns.',
  eventsTaken:
    'Taken as an event log: {{events, number}} events of {{cases, number}} complaints by “{{column}}”. The last event of each is the complaint, all of them its course.',
  eventsDeclined:
    'Column “{{column}}” repeats in {{rows, number}} records; as you said, each row is a complaint of its own.',
  notAKey:
    'Column “{{column}}” repeats in {{rows, number}} records, too often for a number that names each row: it is kept, and each row counts by itself. If another column is the number, choose it in the table of columns.',
  unknownDataset:
    'It is not clear what one row of this file is; perhaps {{likely}}. Choose what one row is. If it is none of the choices, the file does not belong here.',
  unsureDataset: 'The rows look most like {{likely}}, but little speaks for it. Confirm it, or choose what one row is.',
  noReceivedAt:
    'No column tells when the complaints were received, so there will be no trends. Point out the column of that date in the table of columns.',
  noShippedAt:
    'No column tells when the goods were shipped, so these rows cannot be set against months. Point out the column of that date in the table of columns.',
  noTime:
    'No column is “{{target}}”, so these rows cannot be placed in time. Point out the column of that date in the table of columns.',
  noStockQty:
    'No column tells the quantity in stock, so nobody could say how much is where. Point it out in the table of columns.',
  noNames:
    'No column is “{{target}}”, so these rows cannot be linked with the other lists. Point it out in the table of columns.',
  noQty:
    'No column tells the quantity shipped, so rates cannot be computed from this file. Point it out in the table of columns.',
  timeGuessed:
    'Column “{{column}}” is taken for “{{target}}”, because it is the only column of dates. Change it in the table of columns if that is wrong.',
  repeatedKeys:
    'Column “{{column}}” is taken for “{{target}}”, but {{share}} % of the first rows repeat one, and rows of the same number replace each other. If it does not name each row, choose something else in the table of columns.',
  ambiguousScale:
    'Column “{{column}}” could be severity, priority or response level; the words alone do not tell. Choose in the table of columns; until then it is kept as an extra column.',
  mixedDateOrders:
    'Column “{{column}}” mixes orders of day and month: {{contrary, number}} cells can only be read against “{{order}}”. They are read the only possible way; {{ambiguous, number}} cells fit both and are read as “{{order}}”.',
  dateOrderAssumed:
    'In column “{{column}}”, {{ambiguous, number}} dates such as {{sample}} fit both orders and nothing decides. “{{order}}” is assumed: confirm or change it.',
  dateOrderByWitness:
    'In column “{{column}}”, {{ambiguous, number}} dates fit both orders; they are read as “{{order}}” like the other date columns of the file.',
  unreadableTimes:
    'Column “{{column}}”: {{cells, number}} cells such as “{{sample}}” are no dates that can be read. They stay blank and are listed with the imported file.',
  zoneDropped:
    'Column “{{column}}”: {{cells, number}} times such as {{sample}} name a time zone. The clock time is kept as written, the zone is dropped.',
  monthsOnly:
    'In “{{column}}” {{cells, number}} cells (such as “{{sample}}”) name a month only and are read as its first day: weeks and days are not exact for them.',
  excelSerials:
    'Column “{{column}}”: {{cells, number}} cells such as {{sample}} are read as Excel’s day numbers (1900 system).',
  unixTimes:
    'Column “{{column}}”: {{cells, number}} cells such as {{sample}} are read as seconds or milliseconds since 1970, in UTC.',
  tooManyTimeShapes:
    'Column “{{column}}” writes its dates in too many ways to check them all; how to read them was decided by the first rows. Look at the examples in the table of columns.',
  notTimes:
    'Column “{{column}}” sounds like “{{target}}” but hardly holds dates, so it is kept as an extra column. Choose “{{target}}” in the table of columns if you want it all the same.',
  notThatVocabulary:
    'Column “{{column}}” sounds like “{{target}}”, but only {{known}} % of its cells are words for it, so it is kept as an extra column. Choose “{{target}}” in the table of columns to translate its values.',
  unknownValues_one:
    'Column “{{column}}” ({{target}}): {{count, number}} value is not known: {{values}}. It is kept as written until you say what it means in the table of columns.',
  unknownValues_other:
    'Column “{{column}}” ({{target}}): {{count, number}} values are not known: {{values}}. They are kept as written until you say what they mean in the table of columns.',
  unknownCode:
    'Column “{{column}}”: “{{value}}” was given the meaning “{{code}}”, which this column does not have. Choose another.',
  unknownSource:
    'The file has no column “{{column}}”. Check the spelling; columns are named by their header or counted from 0.',
  unknownColumn: 'Column “{{column}}” was given the name “{{target}}”, which does not exist. Choose one of the list.',
  computedUnreadable:
    'The computed column “{{column}}” cannot be read, at character {{at, number}}: {{why}} Change or remove it.',
  computedName: 'The computed column “{{column}}” cannot be called that. {{why}}',
  noSuchProfile: 'There is no import profile “{{profile}}”. Check its name under Data.',
  profileApplied: 'Read by the import profile “{{profile}}”: its columns are those of this file.',
  profileTaken: 'Read by the import profile “{{profile}}”, as you said.',
  profileOffered:
    'The columns are those of the import profile “{{profile}}” to {{share}} %. It has not been applied: decide whether this file comes from the same source.',
  profileDeclined: 'The import profile “{{profile}}” would fit and is not applied, as you said.',
  profileGaps:
    'The file lacks columns that the import profile “{{profile}}” names; this part of it is left out: {{columns}}.',
  profilesUnreadable: 'What earlier imports taught cannot be read, so this file is read without it.',
  mappedTwice:
    'Columns “{{column}}” and “{{other}}” are both said to be “{{target}}”. Change one of them in the table of columns.',
};

export const binary = {
  image: 'a picture',
  zip: 'a compressed archive',
  excel: 'an Excel workbook',
  pdf: 'a PDF document',
  xml: 'an XML document',
  json: 'a JSON document',
  unknown: 'a program’s own binary format',
};
