import type {
  chart as chartSource,
  common as commonSource,
  figure as figureSource,
  progress as progressSource,
  reject as rejectSource,
  scope as scopeSource,
  state as stateSource,
  table as tableSource,
} from '../en/kit';
import type { Texts } from '../texts';

export const common: Texts<typeof commonSource> = {
  blank: '空白',
  other: '其他',
  otherOf: '其他（{{count, number}} 项）',
  cumulative: '累计占比',
  loading: '正在读取…',
  retry: '重试',
  cancel: '取消',
  close: '关闭',
  copy: '复制',
  copied: '已复制',
  copyFailed: '浏览器不允许复制',
  reveal: '显示',
  listSeparator: '、',
  sentenceSeparator: '',
};

export const figure: Texts<typeof figureSource> = {
  menu: '图表操作',
  rows: '查看明细',
  sql: '查看 SQL',
  asTable: '以表格显示',
  asChart: '以图表显示',
  tableLabel: '数据表格',
  copyTable: '复制表格',
  exportCsv: '导出 CSV',
  copyImage: '复制图片',
  saveImage: '保存图片',
  saveVector: '保存为 SVG',
  refreshing: '正在更新…',
  cannot: '无法计算：{{because}}',
  sqlTitle: '本图的 SQL',
  openSql: '在 SQL 控制台打开',
};

export const chart: Texts<typeof chartSource> = {
  keys: '方向键移动，回车只看该点，Shift＋回车打开明细',
  summary: '{{title}}。共 {{points}} 个数据点。',
};

export const state: Texts<typeof stateSource> = {
  worse: '变差',
  better: '变好',
  more: '增多',
  fewer: '减少',
  common: '正常波动',
  provisional: '暂定',
  notEnough: '数据不足',
  safety: '安全',
};

export const table: Texts<typeof tableSource> = {
  columns: '列设置',
  visible: '显示“{{column}}”',
  earlier: '“{{column}}”前移',
  later: '“{{column}}”后移',
  pin: '固定“{{column}}”',
  unpin: '取消固定“{{column}}”',
  rows: '共 {{count, number}} 行',
  selectedRows: '已选 {{count, number}} 行',
  sum: '合计 {{value}}',
  mean: '平均 {{value}}',
  tooMany: '行数过多，最多可合计或复制 {{limit}} 行',
  failed: '这些行读取失败',
  sortAscending: '升序',
  sortDescending: '降序',
  printed: '纸面为第 {{from, number}} 至 {{to, number}} 行，共 {{total, number}} 行。',
  printedExport: '屏幕上的“{{button}}”可写出全部。',
};

export const scope: Texts<typeof scopeSource> = {
  label: '筛选条件',
  everything: '全部客诉',
  clear: '全部清除',
  remove: '移除筛选条件：{{filter}}',
  oneOf: '{{field}}：{{values}}',
  noneOf: '{{field}}：除{{values}}以外',
  nothing: '无任何值',
  more: '{{values}}等，另有 {{count, number}} 项',
  from: '{{field}}：{{from}} 起',
  to: '{{field}}：{{to}} 止',
  between: '{{field}}：{{from}} 至 {{to}}',
  on: '{{field}}：{{day}}',
  atLeast: '{{field}} ≥ {{min}}',
  atMost: '{{field}} ≤ {{max}}',
  range: '{{field}}：{{min}} 至 {{max}}',
  contains: '{{field}}含“{{text}}”',
};

export const progress: Texts<typeof progressSource> = {
  bytes: '{{done}}，共 {{total}}',
  rows: '{{count, number}} 行',
  left: '还需 {{time}}',
};

export const reject: Texts<typeof rejectSource> = {
  tooFewCells: '单元格偏少',
  tooManyCells: '单元格偏多',
  brokenQuote: '引号没有闭合',
  nulBytes: '含有空字节',
  tooLong: '记录过长',
  truncated: '文件在记录中间结束',
  repeatedHeader: '重复的表头或标题',
  totalRow: '合计行',
  noteRow: '备注行，不是记录',
  requiredMissing: '缺少必填值',
  requiredUnreadable: '必填值无法识别',
  duplicateKey: '编号重复',
};
