import type { change as changeSource, footnote as footnoteSource, trends as trendsSource } from '../en/trends';
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
  blank: '另有 {{count, number}} 件未填“{{field}}”，未画出。',
  latest: '只画出最近 {{count}} 期。',
  vital_other: '左起 {{count}} 根彩色柱合计占到 80%，其余为灰色。',
};

export const trends: Texts<typeof trendsSource> = {
  title: '{{measure}} {{total}}',
  titleLatest: '{{measure}} {{total}}；{{period}} {{value}}{{change}}',
  nothing: '当前条件下没有这类客诉',
  nothingHint: '请移除上方的筛选条件，或换一个统计口径。',
  failed: '数据读取失败',
  failedHint: '请重试；如果反复出现，请刷新页面，数据不受影响。',
  stackBy: '柱子的构成',
  noStack: '不分组',
  stackedBy: '按{{dimension}}分组',
  byValue: '{{dimension}}（{{unit}}）：{{value}}占 {{share}}',
  fixedTitle: '{{dimension}}：{{value}}',
  fixed: '全部为“{{value}}”。',
  release: '移除该条件',
  pareto_other: '{{all}} 种故障现象中，{{count}} 种占到 80%',
  heat: '{{model}}的{{mode}}最多：{{value}}',
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
