/** The screens that exist, grouped as people work; the order is that of the navigation and of the keys 1, 2, 3 … */
export const SCREEN_GROUPS = [
  { group: 'see', screens: ['overview', 'trends', 'complaints', 'signals', 'reliability', 'safety'] },
  { group: 'data', screens: ['data', 'quality', 'coding', 'sql'] },
] as const;

export type Screen = (typeof SCREEN_GROUPS)[number]['screens'][number];

export const SCREENS: readonly Screen[] = SCREEN_GROUPS.flatMap(({ screens }): readonly Screen[] => screens);
