/** What is counted, by how much, and in which steps of time. */
export const measure = {
  reported: 'Reported complaints',
  quality: 'Quality complaints',
  confirmed: 'Confirmed complaints',
  safety: 'Safety complaints',
  cost: 'Complaint cost',
};

export const unit = {
  count: 'complaints',
  shipped: 'per 1000 shipped',
  money: 'CNY',
};

export const basis = {
  count: 'Count',
  shipped: 'Per 1000 shipped',
};

export const grain = {
  month: 'Month',
  week: 'Week',
  day: 'Day',
};

/** Why a rate is not shown; `{{field}}` is the column's label. */
export const noRate = {
  noShipments: 'Counts only: without shipments the rate is unknown. Import shipments to see complaints per 1000.',
  notInShipments: 'Counts only: the shipments do not say {{field}}, so the rate is unknown.',
  notEndCustomer: 'Counts only: shipments go to warehouses and dealers, so their {{field}} is not the user’s.',
};
