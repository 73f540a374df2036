import type {
  columnGroup as columnGroupSource,
  data as dataSource,
  datasetHint as datasetHintSource,
  dataset as datasetSource,
  dateOrder as dateOrderSource,
  decidedBy as decidedBySource,
  delimiter as delimiterSource,
  encoding as encodingSource,
  journal as journalSource,
  kept as keptSource,
  report as reportSource,
  review as reviewSource,
  storage as storageSource,
} from '../en/data';
import type { Texts } from '../texts';

export const data: Texts<typeof dataSource> = {
  titleNone: '还没有数据：把客服系统导出的客诉文件拖到这里',
  titleComplaints: '{{from}} 至 {{until}} 共 {{complaints, number}} 件客诉；尚无出货数据，只能看件数',
  titleShipments: '{{from}} 至 {{until}} 共 {{shipments, number}} 行出货数据；尚无客诉',
  titleBoth: '{{from}} 至 {{until}} 共 {{complaints, number}} 件客诉，另有 {{shipments, number}} 行出货数据',
  leftSample: '刚才看的是示例。您的文件会导入到“我的数据”，两者互不混合。',
  choose: '把文件拖到这里，或点击选择',
  chooseHint:
    '支持 CSV、TSV 和文本文件，可一次选多个；UTF-8、GB18030（GBK）、Big5、UTF-16 均可。数据不会离开这台电脑。',
  chooseBusy: '正在导入',
  failedLook: '文件无法读取',
  failedImport: '导入失败，一切仍是导入前的样子',
  failedHint: '请重试。如果反复出现，请逐个移除文件，找出有问题的那一个。',
  back: '回到文件列表',
};

export const review: Texts<typeof reviewSource> = {
  titleSure_other: '{{count, number}} 个文件已识别，共 {{records, number}} 条记录',
  titleAsk_other: '{{all, number}} 个文件中有 {{count, number}} 个需要您先看一下',
  titleNone: '这些文件都不能直接导入',
  confirm_other: '导入 {{count, number}} 个文件',
  left_other: '{{count, number}} 个文件无法导入，将不处理。',
  discard: '全部放弃',
  remove: '移除 {{file}}',
  stateReady: '已识别',
  stateAsk: '请确认',
  stateError: '无法导入',
  records: '{{count, number}} 条记录',
  columns: '识别出 {{known}}/{{all}} 列',
  dataset: '一行是',
  encoding: '编码',
  delimiter: '分隔符',
  headerLine: '表头所在行',
  headerHint: '0 表示没有表头',
  automatic: '自动识别',
  preview: '前几行',
  moreColumns: '另有 {{count, number}} 列',
  mapping: '各列的含义',
  source: '文件中的列',
  samples: '举例',
  target: '对应为',
  confidence: '把握',
  reading: '单元格怎样读取',
  told: '由您指定',
  sure: '确定',
  likely: '很可能',
  unsure: '不确定',
  extra: '作为附加列保留',
  leaveOut: '不导入',
  leftOut: '不导入',
  extraShort: '附加列',
  changeTarget: '“{{column}}”对应为：{{target}}。修改',
  searchTarget: '搜索列名',
  noTarget: '没有这样的列',
  unreadable: '无法识别，留空',
  moreShapes: '另有 {{count, number}} 种写法',
  order: '年月日的顺序',
  orderAll: '对本文件所有日期列有效。',
  orderRight: '就按“{{order}}”',
  encodingRight: '显示正常',
  dialectRight: '分列正确',
  separator: '一格多值，用 {{separator}} 分隔',
  valuesKnown: '{{count, number}} 个取值全部认识',
  valuesUnknown: '{{all, number}} 个取值中有 {{unknown, number}} 个不认识',
  showValues: '“{{column}}”的取值',
  codeOf: '“{{value}}”的含义',
  notKnown: '不认识：按原文保留',
};

export const dataset: Texts<typeof datasetSource> = {
  complaint: '客诉',
  shipment: '出货',
};

export const datasetHint: Texts<typeof datasetHintSource> = {
  complaint: '客服或售后系统导出的一张工单。所有分析都以它为基础。',
  shipment: '出货：何时、何物、多少。有了它才能把件数换算成比率。',
};

export const encoding: Texts<typeof encodingSource> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16（LE）',
  'utf-16be': 'UTF-16（BE）',
  gb18030: 'GB18030（GBK，简体中文）',
  big5: 'Big5（繁体中文）',
};

export const delimiter: Texts<typeof delimiterSource> = {
  comma: '逗号 ,',
  tab: '制表符',
  semicolon: '分号 ;',
  pipe: '竖线 |',
  other: '“{{character}}”',
};

export const dateOrder: Texts<typeof dateOrderSource> = {
  ymd: '年、月、日',
  mdy: '月、日、年',
  dmy: '日、月、年',
};

export const decidedBy: Texts<typeof decidedBySource> = {
  rows: '由本列各行判断',
  witnesses: '参照其他日期列判断',
  user: '由您指定',
  assumed: '暂定，请确认',
};

export const columnGroup: Texts<typeof columnGroupSource> = {
  identity: '工单',
  times: '时间',
  source: '来源与分类',
  customer: '客户',
  product: '产品',
  problem: '故障',
  judgement: '判定',
  outcome: '处理结果',
  shipment: '出货',
};

export const report: Texts<typeof reportSource> = {
  titleAll_other: '{{count, number}} 个文件已导入，接收 {{rows, number}} 行',
  titleSome: '{{all, number}} 个文件中有 {{count, number}} 个已导入，接收 {{rows, number}} 行',
  titleNone: '没有导入任何内容，一切照旧',
  equation: '读取 {{read}} 行 = 接收 {{accepted}} 行 + 未接收 {{rejected}} 行',
  notIn: '未导入，没有保存其中任何内容',
  replaced: '替换了以前导入的 {{count, number}} 行',
  cellIssues: '{{count, number}} 个单元格无法识别，已留空',
  asked: '有的问题没有确认。如需更改，请换一种设置再次导入该文件：编号相同的行会被替换。',
  see: '查看主要故障',
  rejected: '未接收的行',
  cells: '未识别的单元格',
  close: '关闭报告',
};

export const journal: Texts<typeof journalSource> = {
  title_other: '已导入 {{count, number}} 个文件',
  export: '导出清单（JSON）',
  at: '导入时间',
  file: '文件',
  dataset: '内容',
  accepted: '接收',
  rejected: '未接收',
  cellIssues: '未识别单元格',
  replaced: '替换',
  encoding: '编码',
  fingerprint: '指纹',
  fingerprintHint: '{{hash}}——按 8 MiB 分段计算 SHA-256，再对各段结果计算 SHA-256',
  size: '大小',
};

export const storage: Texts<typeof storageSource> = {
  title: '数据存放在哪里',
  opfs: '存放在这台电脑的浏览器中，关闭标签页后仍在。',
  memory: '只在内存中，关闭标签页后即消失。',
  persisted: '浏览器已承诺不会自行清除。',
  notPersisted: '磁盘空间不足时，浏览器可能会清除。',
  ask: '请浏览器长期保留',
  refused: '浏览器没有同意。收藏或安装本页面后通常会同意。',
  usage: '本站已用 {{used}}，上限 {{quota}}',
  clear: '清空工作区…',
  clearTitle: '删除“{{workspace}}”的全部内容？',
  clearLoss:
    '{{rows, number}} 行数据、{{files, number}} 个导入文件的副本和导入记录都会从浏览器中删除。您电脑上的原文件不受影响。',
  clearConfirm: '全部删除',
  clearFailed: '工作区清空失败',
};

export const kept: Texts<typeof keptSource> = {
  rejectedTitle_other: '{{count, number}} 行未接收，已单独保存',
  cellsTitle_other: '{{count, number}} 个单元格无法识别，在表中留空',
  allFiles: '全部文件',
  allReasons: '全部原因',
  allColumns: '全部列',
  ofFile: '文件',
  reason: '原因',
  column: '列',
  line: '行号',
  record: '记录号',
  raw: '原文',
  counted: '{{name}}（{{count, number}}）',
  download: '下载 CSV',
  downloading: '正在收集各行',
  downloadFailed: '这些行收集失败',
  fullText: '{{file}}，第 {{record, number}} 条记录',
  place: '第 {{line, number}} 行',
  cell: '单元格内容：{{raw}}',
  gone: '无法从导入的文件中重新读出这条记录。',
};
