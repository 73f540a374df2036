import type {
  change as changeSource,
  changes as changesSource,
  footnote as footnoteSource,
  trends as trendsSource,
} from '../en/trends';
import type { Texts } from '../texts';

export const change: Texts<typeof changeSource> = {
  more: '，比{{before}}多 {{share}}',
  fewer: '，比{{before}}少 {{share}}',
  higher: '，比{{before}}高 {{share}}',
  lower: '，比{{before}}低 {{share}}',
  fromNothing: '，此前为零',
  level: '，与{{before}}相比属正常波动',
  notEnough: '，数量太少，无法与{{before}}比较',
};

export const footnote: Texts<typeof footnoteSource> = {
  measure: '口径：{{measure}}。',
  cannotTell: '数据中没有“{{category}}”和“{{cause}}”，分不出质量客诉，按全部客诉统计。',
  unjudged_other: '其中 {{count, number}} 件尚未判定，也计入。',
  denominator: '分母：同期出货。',
  asOf: '数据截至 {{day}}。',
  provisional: '{{periods}}尚未结束，为暂定值。',
  several: '一件客诉有多个值时，各计一次。',
  latest: '只画出最近 {{count}} 期。',
  vital_other: '左起 {{count}} 根彩色柱合计占到 80%，其余为灰色。',
};

export const trends: Texts<typeof trendsSource> = {
  title: '{{measure}} {{total}}',
  titleLatest: '{{measure}} {{total}}；{{period}} {{value}}{{change}}',
  nothing: '当前条件下没有这类客诉',
  nothingHint: '请移除上方的筛选条件，或换一个统计口径。',
  nothingAtAll: '请在上方换一个统计口径。',
  noTime: '随时间的变化',
  noTimeBecause: '客诉都没有受理时间',
  noTimeHint: '请重新导入文件，并指明哪一列是受理时间。',
  failed: '数据读取失败',
  failedHint: '请重试；如果反复出现，请刷新页面，数据不受影响。',
  stackBy: '柱子的构成',
  noStack: '不分组',
  stackedBy: '按{{dimension}}分组',
  byValue: '{{dimension}}：{{value}}占 {{share}}',
  byValueIn: '{{dimension}}（{{unit}}）：{{value}}占 {{share}}',
  fixedTitle: '{{dimension}}：{{value}}',
  fixed: '全部为“{{value}}”。',
  release: '移除该条件',
  pareto_other: '{{all}} 种故障现象中，{{count}} 种占到 80%',
  heat: '{{model}}的{{mode}}最多：{{value}}',
  peak: '{{over}}，{{period}}最高：{{value}}',
  mean: '均值 {{value}}',
  total: '合计',
  share: '占 {{share}}',
  shipped: '出货 {{count, number}} 台',
  unjudged: '{{count, number}} 件尚未判定',
  restTitle: '{{dimension}}：其余各项',
  inUnit: '单位：{{unit}}',
  period: '时段',
  units: '出货台数',
  shareColumn: '占比',
};

export const changes: Texts<typeof changesSource> = {
  title: '变化点',
  titleAll_other: '变化点 {{count, number}} 项',
  in_other: '{{period}}：变化点 {{count, number}} 项',
  others_other: '另有 {{count, number}} 项',
  separator: '；',
  here_other: '⚑ 这段时间有变化点 {{count, number}} 项。',
  noneHere: '这段时间和筛选范围内没有变化点。',
  list: '查看清单',
  flag: '标在时间轴上',
  failed: '变化点读取失败。',
  absent: '没有变化点清单，时间轴上看不出当时变了什么。',
  how: '它能说明什么',
  narrowed:
    '清单共 {{all, number}} 项，列出 {{count, number}} 项：写明其他型号、产线或供应商的已略去，没有写明的视为都有关。',
  more: '只读取最近的 {{count, number}} 项。',
  listed: '只列出 {{count, number}} 项。',
  all: '全部变化点（{{count, number}}）',
};
