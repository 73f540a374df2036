/** What is counted, by how much, and in which steps of time. */
export const measure = {
  reported: 'Reported complaints',
  quality: 'Quality complaints',
  confirmed: 'Confirmed complaints',
  safety: 'Safety complaints',
  cost: 'Complaint cost',
  /** Where the data cannot tell quality complaints from others. */
  complaints: 'Complaints',
};

export const unit = {
  count: 'complaints',
  shipped: 'per 1000 shipped',
  money: 'CNY',
  moneyShipped: 'CNY per 1000 shipped',
  interval: '95% interval {{low}} to {{high}}',
  /** With its value, in a sentence. */
  text: {
    count: '{{value}}',
    shipped: '{{value}} per 1000 shipped',
    money: '{{value}}',
    moneyShipped: '{{value}} per 1000 shipped',
  },
};

export const basis = {
  count: 'Count',
  shipped: 'Per 1000 shipped',
};

export const grain = {
  month: 'Month',
  week: 'Week',
  day: 'Day',
  /** Titles of charts over time. */
  over: { month: '{{measure}} by month', week: '{{measure}} by week', day: '{{measure}} by day' },
  /** Periods that one is compared with. */
  before: {
    month_one: 'the month before',
    month_other: 'the mean of the {{count}} months before',
    week_one: 'the week before',
    week_other: 'the mean of the {{count}} weeks before',
    day_one: 'the day before',
    day_other: 'the mean of the {{count}} days before',
  },
  /** The same for rates, which are those of all these periods together. */
  beforeRate: {
    month_one: 'the month before',
    month_other: 'the {{count}} months before',
    week_one: 'the week before',
    week_other: 'the {{count}} weeks before',
    day_one: 'the day before',
    day_other: 'the {{count}} days before',
  },
  denominator: {
    month: 'Per 1000 units shipped in the same month.',
    week: 'Per 1000 units shipped in the same week.',
    day: 'Per 1000 units shipped on the same day.',
  },
};

/** Why a rate is not shown; `{{field}}` is the column's label. */
export const noRate = {
  noShipments: 'Counts only: without shipments the rate is unknown. Import shipments to see complaints per 1000.',
  notInShipments: 'Counts only: the shipments do not say {{field}}, so the rate is unknown.',
  notEndCustomer: 'Counts only: shipments go to warehouses and dealers, so their {{field}} is not the user’s.',
};
