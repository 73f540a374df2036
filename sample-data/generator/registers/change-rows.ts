import { day, isoDay } from '../calendar';
import { CARRIER_CHANGED_ON, lineName, NEW_CARTON_FROM } from '../factory';
import type { Run } from '../run';
import { DISPLAY_SEGMENTS } from '../stories/display';
import { EARLY_TRIP } from '../stories/early-trip';
import type { StoryId } from '../stories/ids';
import { LID_CLIP } from '../stories/lid-clip';
import { BROKEN_GLASS } from '../stories/transport';
import { IRRELEVANT_CHANGES } from './irrelevant-changes';
import { type Column, type Register, register } from './register';
import { REGISTER_WORDS } from './words';

export type ChangeKind = keyof typeof REGISTER_WORDS.change_kind;

export interface Change {
  readonly on: number;
  readonly kind: ChangeKind;
  readonly model?: string;
  readonly line?: string;
  readonly part?: string;
  readonly supplier?: string;
  readonly batchFrom?: string | undefined;
  readonly text: string;
}

/** An entry of the log; with a story, it began or ended what the story tells. */
export interface ChangeRow extends Change {
  readonly changeNo: string;
  readonly story: StoryId | undefined;
}

const COLUMNS: readonly Column<ChangeRow>[] = [
  { canonical: 'change_no', header: '变更编号', text: (c) => c.changeNo },
  { canonical: 'at', header: '变更日期', text: (c) => isoDay(c.on) },
  { canonical: 'kind', header: '变更类别', text: (c) => REGISTER_WORDS.change_kind[c.kind] },
  { canonical: 'model', header: '产品型号', text: (c) => c.model ?? '' },
  { canonical: 'line', header: '产线', text: (c) => c.line ?? '' },
  { canonical: 'part', header: '零部件', text: (c) => c.part ?? '' },
  { canonical: 'supplier', header: '供应商', text: (c) => c.supplier ?? '' },
  { canonical: 'batch_from', header: '起始批次', text: (c) => c.batchFrom ?? '' },
  { canonical: 'text', header: '变更内容', text: (c) => c.text },
];

/** The log in order of time; entries of stories that are left out are not in it. */
export function changeRows({ world }: Run): ChangeRow[] {
  const firstBatch = (on: number, line?: number, shift?: string) =>
    world.batches.find(
      (batch) =>
        batch.builtOn >= on &&
        (line === undefined || batch.line === line) &&
        (shift === undefined || batch.shift === shift),
    )?.batchNo;
  const relevant: (Change & { readonly story: StoryId })[] = [
    {
      story: 'a',
      on: LID_CLIP.lotWeekFrom,
      kind: 'supplier',
      part: '壶盖树脂',
      supplier: LID_CLIP.supplier,
      text: '供应商通知：树脂造粒改在新车间生产，牌号不变',
    },
    {
      story: 'a',
      on: LID_CLIP.fixedFrom,
      kind: 'material',
      part: '壶盖树脂',
      supplier: LID_CLIP.supplier,
      batchFrom: firstBatch(LID_CLIP.fixedFrom),
      text: '壶盖树脂不得掺回料，作业文件由B版改为C版，旧壶盖报废',
    },
    {
      story: 'b',
      on: EARLY_TRIP.torque.fixedFrom,
      kind: 'machine',
      line: lineName(EARLY_TRIP.line),
      part: '温控器',
      batchFrom: firstBatch(EARLY_TRIP.torque.fixedFrom, EARLY_TRIP.line, EARLY_TRIP.shift),
      text: '夜班电动螺丝刀扭力重新校准，每班点检一次',
    },
    {
      story: 'd',
      on: DISPLAY_SEGMENTS.fixedFrom,
      kind: 'software',
      part: '显示屏',
      batchFrom: firstBatch(DISPLAY_SEGMENTS.fixedFrom),
      text: '显示驱动程序更新，修正缺划',
    },
    {
      story: 'e',
      on: CARRIER_CHANGED_ON,
      kind: 'carrier',
      text: `${BROKEN_GLASS.warehouse}主要承运商改为${BROKEN_GLASS.carrier}`,
    },
    { story: 'e', on: NEW_CARTON_FROM, kind: 'packaging', text: '成品彩箱改用V3，四角加护角，按出货日期切换' },
  ];
  const all = [
    ...relevant.filter(({ story }) => world.told.has(story)),
    ...IRRELEVANT_CHANGES.map(([iso, kind, place, text]) => ({ on: day(iso), kind, ...place, text, story: undefined })),
  ].sort((a, b) => a.on - b.on);
  return all.map((change, index) => ({
    ...change,
    changeNo: `BG${isoDay(change.on).slice(0, 4)}-${String(index + 1).padStart(3, '0')}`,
  }));
}

export function changeRegister(rows: readonly ChangeRow[]): Register {
  return register('changes.csv', 'change', COLUMNS, rows);
}
