import type { en } from '../en/index';
import type { Texts } from '../texts';
import { column } from './columns';
import { complaints } from './complaints';
import {
  columnGroup,
  data,
  dataset,
  datasetHint,
  dateOrder,
  decidedBy,
  delimiter,
  encoding,
  journal,
  kept,
  report,
  review,
  storage,
} from './data';
import { chart, common, figure, progress, reject, scope, state, table } from './kit';
import { basis, grain, measure, noRate, unit } from './measures';
import { overview } from './overview';
import { binary, problem } from './problems';
import { group, keys, screen, shell, workspace } from './shell';
import { drop, indicator, start, step, welcome } from './start';
import { change, footnote, trends } from './trends';
import { value } from './values';

export const zhCN: Texts<typeof en> = {
  basis,
  binary,
  change,
  chart,
  column,
  columnGroup,
  common,
  complaints,
  data,
  dataset,
  datasetHint,
  dateOrder,
  decidedBy,
  delimiter,
  drop,
  encoding,
  figure,
  footnote,
  grain,
  group,
  indicator,
  journal,
  kept,
  keys,
  measure,
  noRate,
  overview,
  problem,
  progress,
  reject,
  report,
  review,
  scope,
  screen,
  shell,
  start,
  state,
  step,
  storage,
  table,
  trends,
  unit,
  value,
  welcome,
  workspace,
};
