import { useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { useMemo } from 'react';
import { type ChartStyle, chartStyle } from './plot';
import { useMedium } from './use-medium';

/** The style for the page's scheme, on paper the light one; the same object until that changes, so plots can be memoised on it. */
export function useChartStyle(): ChartStyle {
  const ofPage = useComputedColorScheme('light');
  const { fontFamily } = useMantineTheme();
  const paper = useMedium() === 'paper';
  const scheme = paper ? 'light' : ofPage;
  return useMemo(() => chartStyle(scheme, fontFamily, paper), [scheme, fontFamily, paper]);
}
