import type { en } from '../en';
import type { Texts } from '../texts';
import { column } from './columns';
import { chart, common, figure, progress, reject, scope, state, table } from './kit';
import { basis, grain, measure, noRate, unit } from './measures';
import { group, keys, screen, shell, workspace } from './shell';
import { value } from './values';

export const zhCN: Texts<typeof en> = {
  basis,
  chart,
  column,
  common,
  figure,
  grain,
  group,
  keys,
  measure,
  noRate,
  progress,
  reject,
  scope,
  screen,
  shell,
  state,
  table,
  unit,
  value,
  workspace,
};
