import { columnOf } from '../../../domain/columns';
import type { EventPlan, TimePlan } from '../plan';
import { holdsNothing } from '../text/placeholders';
import { timeValue } from './read-time';
import type { ColumnProposal } from './recognise';
import { planTime } from './times';

/** Records that must follow another one of their complaint before anything is concluded. */
const FEWEST_PAIRS = 3;
/** Share of them between which time passes in an event log. */
const MOVING = 0.5;
/** Share of those in which it passes in the one direction. */
const ONE_WAY = 0.9;
/** Share of them at which the activity is another one than before. */
const CHANGING = 0.25;
/** An activity is one of a few, and occurs again and again. */
const MOST_ACTIVITIES = 300;
const OFTENEST = 0.5;

const ACTIVITY: readonly RegExp[] = [
  /activity|concept.?name|活动|活動|环节|環節|节点|節點|步骤|步驟|动作|動作|工序/i,
  /state|status|event|action|step|stage|phase|task|状态|狀態|阶段|階段|进度|進度|事件|操作|流程/i,
];
const ACTOR: readonly RegExp[] = [
  /resource|actor|performer|updated.?by|modified.?by|操作[人员員者]|执行人|執行人|更新人|修改人|办理人|辦理人|处理人|處理人|经办人|經辦人/i,
  /handler|operator|agent|assign|owner|responsible|客服|坐席|工程师|工程師|负责人|負責人/i,
];
const LATEST = /updat|modif|complet|timestamp|end|更新|修改|完成|操作|处理|處理/i;
const NOT_ACTIVITY = /time|(?<!up)date|时间|時間|日期|_at$|count|次数|次數|[人员員]$|\bby\b|_by$|user|reason|原因/i;

const NEITHER = /time|(?<!up)date|时间|時間|日期|count|次数|次數/i;

/** What the first records of a file say about its being an event log. */
export type EventColumns = Pick<EventPlan, 'activity' | 'actor' | 'newestFirst'> & { readonly time?: number };

/**
 * Whether records that share a key tell its course: a time that only goes on within each key, and a state or activity that changes.
 * Undefined when they do not, as the lines of an order or the visits of a customer.
 * @param rows first records of the file as cells
 * @param key source column whose values repeat
 * @param told the user says that it is one: whatever is found of it counts
 */
export function eventColumns(
  rows: readonly (readonly string[])[],
  key: number,
  columns: readonly ColumnProposal[],
  told = false,
): EventColumns | undefined {
  const pairs = successive(rows, key);
  if (pairs.length < FEWEST_PAIRS && !told) return undefined;
  const others = columns.filter(({ index }) => index !== key);
  const time = others
    .flatMap((column) => movement(column, pairs))
    .sort((a, b) => b.share - a.share || Number(LATEST.test(b.source)) - Number(LATEST.test(a.source)))[0];
  const words = others.filter((column) => column.index !== time?.index && isActivity(column, rows, pairs));
  const activity = byHeader(ACTIVITY, words)?.index;
  const people = others.filter(({ index, sample }) => index !== activity && sample.dates < 0.5);
  const actor = byHeader(ACTOR, people)?.index;
  if (!told && (time === undefined || activity === undefined)) return undefined;
  return {
    newestFirst: time?.newestFirst ?? false,
    ...(time !== undefined && { time: time.index }),
    ...(activity !== undefined && { activity }),
    ...(actor !== undefined && { actor }),
  };
}

type Pair = readonly [before: readonly string[], after: readonly string[]];

/** Records with the one before that has the same key. */
function successive(rows: readonly (readonly string[])[], key: number): Pair[] {
  const last = new Map<string, readonly string[]>();
  return rows.flatMap((row): Pair[] => {
    const name = (row[key] ?? '').trim();
    if (holdsNothing('key', name)) return [];
    const before = last.get(name);
    last.set(name, row);
    return before === undefined ? [] : [[before, row]];
  });
}

interface Movement {
  readonly index: number;
  readonly source: string;
  /** 0…1: pairs between which time passes. */
  readonly share: number;
  readonly newestFirst: boolean;
}

/** How a column of times goes on from record to record of a key; nothing when it stands still or goes back and forth. */
function movement({ index, source, target, sample }: ColumnProposal, pairs: readonly Pair[]): Movement[] {
  if (sample.dates < 0.5 && columnOf('complaint', target)?.kind !== 'time') return [];
  const read = timeReader(planTime(sample.profile));
  let rises = 0;
  let falls = 0;
  for (const [before, after] of pairs) {
    const [from, to] = [read(before[index] ?? ''), read(after[index] ?? '')];
    if (from === undefined || to === undefined) continue;
    if (to > from) rises++;
    if (to < from) falls++;
  }
  const moving = rises + falls;
  if (moving < pairs.length * MOVING || Math.max(rises, falls) < moving * ONE_WAY || moving === 0) return [];
  return [{ index, source, share: moving / pairs.length, newestFirst: falls > rises }];
}

function timeReader({ shapes }: TimePlan): (cell: string) => number | undefined {
  const formats = [...new Set(shapes.flatMap(({ format }) => format ?? []))];
  return (cell) => {
    for (const format of formats) {
      const value = timeValue(cell, format);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

function isActivity(
  { index, source }: ColumnProposal,
  rows: readonly (readonly string[])[],
  pairs: readonly Pair[],
): boolean {
  if (NOT_ACTIVITY.test(source) || !ACTIVITY.some((header) => header.test(source))) return false;
  const words = rows.map((row) => (row[index] ?? '').trim()).filter((word) => word !== '');
  const different = new Set(words).size;
  if (different > MOST_ACTIVITIES || different > Math.max(2, words.length * OFTENEST)) return false;
  const changes = pairs.filter(([before, after]) => before[index] !== after[index]).length;
  return changes >= pairs.length * CHANGING;
}

/** The first column by the most telling header that does not name a time or a number. */
function byHeader(headers: readonly RegExp[], columns: readonly ColumnProposal[]): ColumnProposal | undefined {
  for (const header of headers) {
    const found = columns.find(({ source }) => header.test(source) && !NEITHER.test(source));
    if (found !== undefined) return found;
  }
  return undefined;
}
