import type {
  basis as basisSource,
  grain as grainSource,
  measure as measureSource,
  noRate as noRateSource,
  unit as unitSource,
} from '../en/measures';
import type { Texts } from '../texts';

export const measure: Texts<typeof measureSource> = {
  reported: '全部客诉',
  quality: '质量客诉',
  confirmed: '属实客诉',
  safety: '安全客诉',
  cost: '客诉费用',
  complaints: '客诉',
};

export const unit: Texts<typeof unitSource> = {
  count: '件',
  shipped: '每千台投诉',
  money: '元',
  moneyShipped: '元／千台',
  interval: '95% 区间 {{low}} 至 {{high}}',
  text: {
    count: '{{value}} 件',
    shipped: '每千台 {{value}} 件',
    money: '{{value}}',
    moneyShipped: '每千台 {{value}}',
  },
};

export const basis: Texts<typeof basisSource> = {
  count: '件数',
  shipped: '每千台',
};

export const grain: Texts<typeof grainSource> = {
  month: '按月',
  week: '按周',
  day: '按日',
  over: { month: '各月{{measure}}', week: '各周{{measure}}', day: '每日{{measure}}' },
  before: {
    month_other: '前 {{count}} 个月月均',
    week_other: '前 {{count}} 周周均',
    day_other: '前 {{count}} 天日均',
  },
  beforeRate: {
    month_other: '前 {{count}} 个月',
    week_other: '前 {{count}} 周',
    day_other: '前 {{count}} 天',
  },
  denominator: {
    month: '分母：当月出货。',
    week: '分母：当周出货。',
    day: '分母：当日出货。',
  },
};

export const noRate: Texts<typeof noRateSource> = {
  noShipments: '只有件数：没有出货数据，算不出每千台投诉。导入出货数据后即可查看。',
  notInShipments: '只有件数：出货数据里没有“{{field}}”，算不出每千台投诉。',
  notEndCustomer: '只有件数：货发到仓库或经销商，出货数据里的“{{field}}”不是用户的。',
};
