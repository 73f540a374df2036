import type { binary as binarySource, problem as problemSource } from '../en/problems';
import type { Texts } from '../texts';

export const problem: Texts<typeof problemSource> = {
  emptyFile: '“{{file}}”是空文件，没有任何内容。请重新导出。',
  binaryFile: '“{{file}}”是{{kind}}，不是文本文件。请在原来的软件中打开，另存为 CSV。',
  truncatedZip: '“{{file}}”不完整或已损坏：缺少文件末尾的目录。请重新复制、下载或导出。',
  damagedZip: '“{{file}}”已损坏：内容与校验值不符。请重新复制或下载。',
  packedOtherwise: '“{{file}}”的压缩方式（方法 {{method}}）无法在这里读取。请用原来的软件解压，再拖入其中的文件。',
  unpacksTooLarge: '“{{file}}”解压后超过 {{largest}}，已停止解压。如果清楚它的来源，请自行解压，只拖入需要的文件。',
  zipBomb:
    '“{{file}}”解压后会从 {{packed}} 变成 {{unpacked}}，正常的清单不会这样，因此没有解压。如果清楚它的内容，请自行解压，只拖入需要的文件。',
  tooManyEntries:
    '“{{file}}”内有 {{files, number}} 个文件，超过 {{limit, number}} 个。请解压后只拖入客诉、出货等清单。',
  emptyArchive: '“{{file}}”里没有文件。请重新打包。',
  nestedArchive: '“{{file}}”是压缩包中的压缩包。请解压后拖入其中的文件。',
  encryptedEntry: '“{{file}}”有密码保护。请用密码解压后拖入该文件。',
  repeatedEntry: '“{{file}}”与“{{other}}”内容完全相同，只读取后者，此文件不再导入。',
  otherEntries:
    '“{{file}}”中有 {{files, number}} 个文件（图片、文档等）不是清单，没有读取：{{names}}。如果其中有清单，请解压后单独拖入。',
  notAWorkbook: '“{{file}}”是其他软件的文档，不是工作簿。如果其中有清单，请另存为 CSV 或 Excel 工作簿。',
  encryptedBook:
    '“{{file}}”有密码保护，无法读取其中任何内容。请用 Excel 或 WPS 打开，取消密码（文件 > 信息 > 保护工作簿）后保存。',
  truncatedBook: '“{{file}}”不完整：工作簿缺了一部分。请重新复制或下载。',
  damagedBook: '“{{file}}”是已损坏的工作簿，无法读取。请用 Excel 或 WPS 打开（可能会自动修复），再保存或另存为 CSV。',
  bookTooLarge:
    '“{{file}}”解压后超过 {{largest}}，浏览器内存放不下。请用 Excel 或 WPS 打开，把该工作表另存为 CSV，CSV 不受此限制。',
  emptyBook: '“{{file}}”的所有工作表都是空的。请连同数据一起导出。',
  emptySheet: '“{{file}}”的工作表“{{sheet}}”是空的。请选择其他工作表。',
  noSuchSheet: '“{{file}}”没有工作表“{{sheet}}”。现有：{{sheets}}。请从中选择。',
  sheetTooWide:
    '“{{file}}”的工作表“{{sheet}}”有 {{columns, number}} 列（到 {{last}} 列），超过 {{limit, number}} 列，不像清单。请删去不需要的列，或选择其他工作表。',
  otherSheets:
    '工作表“{{sheet}}”最像清单，已读取。其他有数据的工作表：{{sheets}}。如需读取另一个，请再次拖入该文件，在“工作表”处选择。',
  hiddenSheets: '工作簿中有含数据的隐藏工作表：{{sheets}}。没有读取，如有需要，可在导入前的“工作表”处选择。',
  noSuchTable:
    '没有序号为 {{number, number}} 的表（从 0 数起），共找到 {{tables, number}} 个。请改选其中一个，或不指定。',
  severalTables:
    '这里有 {{tables, number}} 个并排或上下排列的表，只读取 {{place}} 处的一个（{{names}}），不会合并。可改选另一个；要导入其余的表，请再次拖入该文件。',
  macros: '工作簿含有宏。宏不会运行，只读取单元格。',
  uncomputedFormulas:
    '{{cells, number}} 个公式在文件中没有计算结果，这些单元格为空。请用 Excel 或 WPS 打开并保存，完成计算后重新拖入。',
  pageAsBook: '该文件实际是网页，只是用了工作簿的扩展名。已读取其中的表格，单元格按原文保留。',
  pageWithoutTable: '“{{file}}”是一个没有表格的网页，可能是导出系统的登录页面。请重新登录后再导出，然后放入新文件。',
  joinedHeader: '表头占多行（第 {{first, number}} 至 {{last, number}} 行），已合并为“组 · 名”。',
  errorCells:
    '{{cells, number}} 个单元格是工作簿的错误值，第一个在 {{place}}。请在工作簿中更正；应为日期或数字的，在此之前按无法识别处理。',
  overlongNumbers:
    '{{cells, number}} 个数字超过 15 位，第一个在 {{place}}。Excel 只保留 15 位，其余变成零：如果是编号或订单号，请把该列按文本重新导出。',
  mergedCells:
    '{{areas, number}} 处合并单元格跨多行，第一处在 {{place}}。值只在首行，其余行为空；如果每行都应有值，请取消合并并填充。',
  tooManyColumns:
    '“{{file}}”超过 {{limit, number}} 列，不像客诉或出货清单。如果是分隔符认错了，请换一个；否则请减少导出的列。',
  noRows: '“{{file}}”的表头下面没有数据。请连同数据一起导出；如果表头认错了，请指定表头所在行。',
  encodingUnsure: '编码可能是 {{encoding}}，但不能确定。请看前几行：如有乱码，请换一种编码。',
  dialectUnsure: '不能确定各行怎样分列。请看前几行：如不对，请更换分隔符或表头行。',
  undecodable:
    '{{cells, number}} 个单元格含有不属于 {{encoding}} 的字节，无法识别的字符显示为 �。如果很多，请换一种编码。',
  userCharacters:
    '仅文件开头就有 {{characters, number}} 个自造字（多为生僻人名、地名）。它们原样保留，但只有装了相同字库的电脑才能显示。',
  brokenRecords: '{{rows, number}} 条记录已损坏，连同行号和原因单独保存，可查看和下载。',
  pageRows: '{{rows, number}} 行属于打印页面（重复的表头、合计或备注），不作为数据，单独保存，可查看和下载。',
  blankRecords: '跳过 {{rows, number}} 个空行。',
  noSpace:
    '空间不足：导入约需 {{needed}}，浏览器只剩 {{free}}，{{records, number}} 条记录中约能放下 {{rows, number}} 条。请清理磁盘或减少文件；没有保存任何内容。',
  notAccounted:
    '已拒绝导入，否则会丢行：文件中数出 {{counted, number}} 条记录，实际只到 {{loaded, number}} 条。没有保存任何内容。请检查文件的分隔符和引号。',
  diskFull: '导入过程中磁盘已满。没有保存任何内容。请清理空间后重试。',
  engineFailed: '引擎无法处理该文件：{{message}} 没有保存任何内容。请换一种设置重试。',
  correctionRejected: '改后的记录仍无法接收：有必需的内容为空或无法识别。请检查日期和编号；没有改动任何数据。',
  sameFile: '“{{file}}”以前导入过，内容完全相同。这次的行取代上次的行。',
  olderFile:
    '“{{file}}”截止到 {{until}}，而现有数据到 {{latest}}；它改动了已有的 {{rows, number}} 行，其中 {{emptied, number}} 行有内容变为空白。如果这是较早的导出，这些行被改回了旧状态，请撤销这次导入。',
  allKeysNew:
    '“{{file}}”的 {{rows, number}} 个编号都没有出现过，但以前的文件在同一时段有 {{vanished, number}} 行。如果是同样的行换了编号，现在每行都算了两次：请撤销这次导入，并检查编号列。',
  alreadyThere: '“{{file}}”有 {{rows, number}} 行以前已经导入，内容完全相同，只算一次。',
  countedTwice:
    '“{{file}}”与以前的文件部分重复，另有 {{rows, number}} 行是新的，并缺少以前的文件在 {{from}} 至 {{until}} 之间的 {{vanished, number}} 行。如果它是这一时段的更正，更正过的行会算两次：请在导入记录中打开它，改为“取代整个时段”，或撤销。',
  columnsMissing:
    '“{{file}}”缺少以前的文件有的列（{{missing}}），被它替换的行在这些列中变为空白。如非本意，请撤销这次导入，导出全部列后再导入。',
  rowsRemoved: '以前的 {{rows, number}} 行被“{{file}}”取代，没有对应的新行。',
  keyRepeats: '{{rows, number}} 条记录的编号在后面又出现，以最后一条为准；前面的各条按“编号重复”计入未接收的行。',
  eventLog:
    '这个文件像是流转记录：{{cases, number}} 件客诉的 {{events, number}} 条事件。“{{column}}”重复出现，“{{time}}”依次推进，“{{activity}}”随之变化。每个编号以最后一条为客诉，全部事件保留为它的经过。',
  noEvents: '无法按流转记录读取：只有客诉才有流转，而且要有一列是客诉编号。请在列表中指定编号列。',
  eventsTaken:
    '按流转记录读取：以“{{column}}”为编号，{{cases, number}} 件客诉共 {{events, number}} 条事件。每件以最后一条为客诉，全部事件保留为它的经过。',
  eventsDeclined: '“{{column}}”列有 {{rows, number}} 条记录编号重复；按您的选择，每行各算一件客诉。',
  notAKey:
    '“{{column}}”列有 {{rows, number}} 条记录编号重复，不像每行唯一的编号：该列保留，每行各算一条。如果另一列才是编号，请在列表中指定。',
  unknownDataset:
    '不能确定这个文件的一行是什么，可能是{{likely}}。请选择“一行是”什么；如果都不是，这个文件不应导入到这里。',
  unsureDataset: '这份文件最像{{likely}}，但依据不多。请确认，或选择一行代表什么。',
  noReceivedAt: '没有哪一列是客诉接收日期，因此无法做趋势。请在列表中指定日期列。',
  noShippedAt: '没有哪一列是出货日期，因此这些行无法归到月份。请在列表中指定日期列。',
  noTime: '没有哪一列是“{{target}}”，因此这些行无法归到日期。请在列表中指定日期列。',
  noStockQty: '没有哪一列是库存数量，因此无法知道各处还有多少。请在列表中指定。',
  noNames: '没有哪一列是“{{target}}”，因此这些行无法与其他清单对应。请在列表中指定。',
  noQty: '没有哪一列是出货数量，因此无法用本文件计算比率。请在列表中指定。',
  timeGuessed: '“{{column}}”是唯一的日期列，因此当作“{{target}}”。如不对，请在列表中修改。',
  repeatedKeys:
    '“{{column}}”列当作“{{target}}”，但前面的行中有 {{share}}% 编号重复，编号相同的行会互相替换。如果它不是每行唯一的编号，请在列表中另选。',
  ambiguousScale:
    '“{{column}}”列可能是严重度、优先级或响应级别，只看文字分不出来。请在列表中选择；选定之前作为附加列保留。',
  mixedDateOrders:
    '“{{column}}”列混用了日月顺序：{{contrary, number}} 个单元格不能按“{{order}}”理解，已按唯一可能的顺序读取；{{ambiguous, number}} 个两种顺序都说得通，按“{{order}}”读取。',
  dateOrderAssumed:
    '“{{column}}”列有 {{ambiguous, number}} 个日期（如 {{sample}}）两种顺序都说得通，没有依据可以判断。暂按“{{order}}”，请确认或修改。',
  dateOrderByWitness:
    '“{{column}}”列有 {{ambiguous, number}} 个日期两种顺序都说得通，参照文件中其他日期列按“{{order}}”读取。',
  unreadableTimes:
    '“{{column}}”列有 {{cells, number}} 个单元格（如“{{sample}}”）不是能识别的日期，留空并列在导入的文件下，可逐条查看。',
  zoneDropped: '“{{column}}”列有 {{cells, number}} 个时间（如 {{sample}}）带时区。保留所写的钟点，去掉时区。',
  monthsOnly:
    '“{{column}}”列有 {{cells, number}} 个单元格（如“{{sample}}”）只写到月，按当月 1 日读取：按周、按天看时并不准确。',
  excelSerials: '“{{column}}”列有 {{cells, number}} 个单元格（如 {{sample}}）按 Excel 日期序号（1900 系统）读取。',
  unixTimes: '“{{column}}”列有 {{cells, number}} 个单元格（如 {{sample}}）按 1970 年起的秒数或毫秒数（UTC）读取。',
  tooManyTimeShapes: '“{{column}}”列的日期写法太多，无法逐一核对，读法由前面的行决定。请看列表中的例子。',
  notTimes:
    '“{{column}}”列名像“{{target}}”，但内容几乎不是日期，因此作为附加列保留。如仍要使用，请在列表中选择“{{target}}”。',
  notThatVocabulary:
    '“{{column}}”列名像“{{target}}”，但只有 {{known}}% 的单元格对得上，因此作为附加列保留。如需对照其取值，请在列表中选择“{{target}}”。',
  unknownValues_other:
    '“{{column}}”列（{{target}}）有 {{count, number}} 个不认识的取值：{{values}}。这些值按原文保留，可在列表中说明含义。',
  unknownCode: '“{{column}}”列的“{{value}}”被对照为“{{code}}”，但该列没有这个含义。请另选。',
  unknownSource: '文件中没有“{{column}}”列。请检查写法；列可用表头名称或从 0 开始的序号指定。',
  unknownColumn: '“{{column}}”列被指定为“{{target}}”，但没有这个名称。请从列表中选择。',
  computedUnreadable: '计算列“{{column}}”在第 {{at, number}} 个字处无法读懂：{{why}}请修改或移除。',
  computedName: '计算列“{{column}}”不能用这个名称。{{why}}',
  noSuchProfile: '没有导入方案“{{profile}}”。请在“数据”页核对名称。',
  profileApplied: '列名与导入方案“{{profile}}”相同，已照此读取。',
  profileTaken: '已按您的选择，照导入方案“{{profile}}”读取。',
  profileOffered: '列名与导入方案“{{profile}}”有 {{share}}% 相同，尚未采用。请确认这个文件是否来自同一来源。',
  profileDeclined: '导入方案“{{profile}}”适用，但按您的选择没有采用。',
  profileGaps: '文件缺少导入方案“{{profile}}”提到的列，相应的约定未采用：{{columns}}。',
  profilesUnreadable: '以前的导入留下的约定无法读取，此文件未参照。',
  mappedTwice: '“{{column}}”和“{{other}}”两列都被指定为“{{target}}”。请在列表中修改其中一列。',
};

export const binary: Texts<typeof binarySource> = {
  image: '图片',
  zip: '压缩包',
  excel: 'Excel 工作簿',
  pdf: 'PDF 文档',
  xml: 'XML 文档',
  json: 'JSON 文档',
  unknown: '某种软件的二进制格式',
};
