import type { en } from '../en/index';
import type { Texts } from '../texts';
import { coding, naming } from './coding';
import { column } from './columns';
import { compare } from './compare';
import { complaints } from './complaints';
import { control } from './control';
import {
  columnGroup,
  data,
  dataset,
  datasetHint,
  dateOrder,
  decidedBy,
  delimiter,
  encoding,
  kept,
  report,
  review,
  storage,
} from './data';
import { datasets, relation, relationColumn, relations } from './datasets';
import { history } from './history';
import { chart, common, figure, progress, reject, scope, state, table } from './kit';
import { computed, expressionHelp, expressionProblem, profileFile, profiles } from './mapping';
import { basis, grain, measure, noRate, unit } from './measures';
import { overview } from './overview';
import { binary, problem } from './problems';
import { finding, findingCost, findingFix, need, quality, relationCost } from './quality';
import { reliability } from './reliability';
import { safety } from './safety';
import { group, keys, paper, period, screen, shell, workspace } from './shell';
import { signals } from './signals';
import { sql, sqlProblem } from './sql';
import { drop, indicator, start, step, welcome } from './start';
import { change, changes, footnote, trends } from './trends';
import { value } from './values';

export const zhCN: Texts<typeof en> = {
  basis,
  binary,
  change,
  changes,
  chart,
  coding,
  column,
  columnGroup,
  common,
  compare,
  complaints,
  computed,
  control,
  data,
  dataset,
  datasetHint,
  datasets,
  dateOrder,
  decidedBy,
  delimiter,
  drop,
  encoding,
  expressionHelp,
  expressionProblem,
  figure,
  finding,
  findingCost,
  findingFix,
  footnote,
  grain,
  group,
  history,
  indicator,
  kept,
  keys,
  measure,
  naming,
  need,
  noRate,
  overview,
  paper,
  period,
  problem,
  profileFile,
  profiles,
  progress,
  reject,
  quality,
  relation,
  relationColumn,
  relationCost,
  relations,
  reliability,
  report,
  review,
  safety,
  scope,
  screen,
  shell,
  signals,
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
