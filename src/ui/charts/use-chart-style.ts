import { useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { useMemo } from 'react';
import { type ChartStyle, chartStyle } from './plot';

/** The style for the page's scheme; the same object until the scheme changes, so plots can be memoised on it. */
export function useChartStyle(): ChartStyle {
  const scheme = useComputedColorScheme('light');
  const { fontFamily } = useMantineTheme();
  return useMemo(() => chartStyle(scheme, fontFamily), [scheme, fontFamily]);
}
