/** How a period compares, at the end of a sentence; `{{before}}` is what it is compared with. */
export const change = {
  more: ', {{share}} above {{before}}',
  fewer: ', {{share}} below {{before}}',
  higher: ', {{share}} above {{before}}',
  lower: ', {{share}} below {{before}}',
  fromNothing: ', after none before',
  level: ', common variation around {{before}}',
  notEnough: ', too few to compare with {{before}}',
};

/** What stands under every figure. */
export const footnote = {
  measure: 'Counted: {{measure}}.',
  cannotTell: 'The data have neither “{{category}}” nor “{{cause}}”, so quality complaints cannot be told from others.',
  unjudged_one: '{{count, number}} of them is not judged yet and counts.',
  unjudged_other: '{{count, number}} of them are not judged yet and count.',
  denominator: 'Per 1000 units shipped in the same time.',
  asOf: 'Data until {{day}}.',
  provisional: '{{periods}} is not over and provisional.',
  several: 'A complaint with several values counts for each.',
  blank: '{{count, number}} without “{{field}}” are not shown.',
  latest: 'Only the last {{count}} periods are drawn.',
  vital: 'Dark bars together make up 80%.',
};

export const trends = {
  title: '{{measure}}: {{total}}',
  titleLatest: '{{measure}}: {{total}}; {{period}} {{value}}{{change}}',
  nothing: 'No complaints of this kind here',
  nothingHint: 'Remove a filter above, or choose another measure.',
  failed: 'The figures could not be read',
  failedHint: 'Try again. If it keeps happening, reload the page; your data are untouched.',
  stackBy: 'What the bars are made of',
  noStack: 'Not stacked',
  stackedBy: 'By {{dimension}}',
  byValue: '{{dimension}} ({{unit}}): {{value}} {{share}}',
  fixedTitle: '{{dimension}}: {{value}}',
  fixed: 'All of them are “{{value}}”.',
  release: 'Remove this filter',
  pareto_one: '{{count}} of {{all}} failure modes makes up 80%',
  pareto_other: '{{count}} of {{all}} failure modes make up 80%',
  heat: '{{mode}} on {{model}} is most frequent: {{value}}',
  mean: 'Mean {{value}}',
  total: 'Total',
  share: '{{share}} of all',
  shipped: '{{count, number}} shipped',
  unjudged: '{{count, number}} not judged yet',
  restTitle: '{{dimension}}: the others',
  inUnit: 'In {{unit}}',
  period: 'Period',
  units: 'Units shipped',
  shareColumn: 'Share of all',
};
