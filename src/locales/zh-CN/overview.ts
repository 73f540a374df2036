import type { overview as source } from '../en/overview';
import type { Texts } from '../texts';

export const overview: Texts<typeof source> = {
  title: '{{month}}{{measure}} {{value}}',
  mainly: '，主要是{{name}}',
  mostly: '，其中{{name}}影响最大',
  within: '；变化最大的是{{name}}（{{change}}）',
  headlines: '{{month}}概况',
  months: '近 24 个月',
  previous: '环比（上月）',
  yearBefore: '同比（去年同月）',
  spark: '{{measure}}，按月，单位：{{unit}}',
  chance: '超出偶然波动的变化才标出（两个泊松计数比较，95%；费用以一成为界）；只有每千台投诉才说变好、变差。',
  movers_other: '{{measure}}：与前 {{count}} 个月相比变化最大的项目',
  noMovers: '还没有可以比较的月份',
  noMoversHint: '本月之前至少要有一个完整的月份。',
  dimension: '维度',
  value: '项目',
  mean_other: '前 {{count}} 个月月均',
  excessColumn: '多出或减少（{{unit}}）',
  change: '变化',
  excess: '条形：比按前几个月的水平推算多出或减少的数量。',
  noMonth: '还没有完整的月份',
  noMonthHint: '数据没有覆盖到任何一个月的月底。可以在“趋势”中按周或按日查看。',
};
