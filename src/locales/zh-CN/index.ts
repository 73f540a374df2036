import type { en } from '../en/index';
import type { Texts } from '../texts';
import { coding } from './coding';
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
import { datasets, relation, relationColumn, relations } from './datasets';
import { chart, common, figure, progress, reject, scope, state, table } from './kit';
import { basis, grain, measure, noRate, unit } from './measures';
import { overview } from './overview';
import { binary, problem } from './problems';
import { safety } from './safety';
import { group, keys, period, screen, shell, workspace } from './shell';
import { sql, sqlProblem } from './sql';
import { drop, indicator, start, step, welcome } from './start';
import { change, footnote, trends } from './trends';
import { value } from './values';

export const zhCN: Texts<typeof en> = {
  basis,
  binary,
  change,
  chart,
  coding,
  column,
  columnGroup,
  common,
  complaints,
  data,
  dataset,
  datasetHint,
  datasets,
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
  period,
  problem,
  progress,
  reject,
  relation,
  relationColumn,
  relations,
  report,
  review,
  safety,
  scope,
  screen,
  shell,
  sql,
  sqlProblem,
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
