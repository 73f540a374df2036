import type {
  group as groupSource,
  keys as keysSource,
  paper as paperSource,
  period as periodSource,
  screen as screenSource,
  shell as shellSource,
  workspace as workspaceSource,
} from '../en/shell';
import type { Texts } from '../texts';

export const shell: Texts<typeof shellSource> = {
  product: '真因',
  skip: '跳到正文',
  screens: '页面导航',
  collapse: '收起导航',
  expand: '展开导航',
  view: '查看方式',
  workspace: '工作区',
  measure: '统计口径',
  basis: '计算方式',
  grain: '时间粒度',
  language: '语言',
  toLight: '切换到浅色',
  toDark: '切换到深色',
  notFound: '没有这个页面',
  notFoundHint: '链接可能来自其他版本，请从左侧选择页面。',
  broken: '页面出错了',
  brokenHint: '数据没有受影响。请重试；如果反复出现，请刷新页面。',
  updateReady: '新版本已就绪',
  updateHint: '方便时重新载入即可，数据保持不变。',
  updateAfterImport: '请在导入完成或放弃之后重新载入。',
  updateElsewhere: '另一个标签页仍在使用当前版本。请先关闭它，再在这里重新载入。',
  updateReload: '重新载入',
  updateLater: '稍后',
};

export const period: Texts<typeof periodSource> = {
  label: '时段',
  button: '时段：{{period}}',
  choice: {
    thisMonth: '本月',
    lastMonth: '最近一个完整月',
    last3: '近 3 个完整月',
    last6: '近 6 个完整月',
    last12: '近 12 个完整月',
    thisYear: '今年',
    all: '全部时间',
  },
  since: '{{from}} 起',
  until: '{{to}} 止',
  between: '{{from}} 至 {{to}}',
  byHand: '起止日期',
  from: '从',
  to: '至（含当日）',
  example: '年-月-日',
  apply: '应用',
  notADay: '请输入日期（如 2025-03-31）或月份（如 2025-03）。',
  wrongOrder: '起始日期晚于截止日期。',
  asOf: '以数据截止日 {{day}} 为准。',
};

export const workspace: Texts<typeof workspaceSource> = {
  sample: '示例数据',
  mine: '我的数据',
};

export const group: Texts<typeof groupSource> = {
  see: '看现状',
  data: '数据',
};

export const screen: Texts<typeof screenSource> = {
  overview: '总览',
  trends: '趋势',
  complaints: '客诉明细',
  signals: '信号',
  reliability: '可靠性',
  safety: '安全哨',
  data: '导入',
  quality: '数据质量',
  coding: '故障归类',
  sql: 'SQL',
};

export const paper: Texts<typeof paperSource> = {
  measure: '{{measure}}，{{basis}}，{{grain}}',
  asOf: '数据截至 {{day}}',
  data_other: '已导入 {{count, number}} 个文件，指纹 {{fingerprint}}',
  printed: '打印于 {{at}}',
};

export const keys: Texts<typeof keysSource> = {
  title: '快捷键',
  general: '任何位置',
  help: '显示快捷键',
  escape: '关闭当前打开的内容',
  search: '查找（页面有查找框时）',
  screens: '按导航顺序打开页面',
  choosePeriod: '选择时段',
  period: '按当前时段的长度前移或后移；未选时段时，先选最近一个完整月',
  chart: '图表',
  chartMove: '移动标记点',
  chartSelect: '只看标记点',
  chartOpen: '打开标记点的明细',
  table: '表格',
  tableMove: '移动一格',
  tablePage: '移动一屏',
  tableEdge: '首列或末列；按住 Ctrl 到首行或末行',
  tableExtend: '扩大选区',
  tableRow: '选中整行',
  tableAll: '全选',
  tableOpen: '打开这一行',
  tableCopy: '复制选区',
  chips: '筛选条件',
  chipRemove: '移除该条件',
};
