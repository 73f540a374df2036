import type {
  group as groupSource,
  keys as keysSource,
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
  data: '导入',
};

export const keys: Texts<typeof keysSource> = {
  title: '快捷键',
  general: '任何位置',
  help: '显示快捷键',
  escape: '关闭当前打开的内容',
  search: '查找（页面有查找框时）',
  screens: '按导航顺序打开页面',
  period: '按当前时段的长度前移或后移',
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
