import { dayOfMinute, isoDay, mondayOf } from '../calendar';
import { poisson } from '../distributions';
import { AS_OF, FROM, LINES, lineName, SHIFTS } from '../factory';
import { streams } from '../random';
import type { Run } from '../run';
import { EARLY_TRIP } from '../stories/early-trip';
import type { Lot } from '../supply/lot';
import { type Column, type Register, register } from './register';

/** A sample that was inspected. */
export interface InspectionRow {
  readonly on: number;
  readonly stage: 'IQC' | 'IPQC' | 'OQC';
  readonly batchNo: string | null;
  readonly lotNo: string | null;
  readonly line: string | null;
  readonly inspected: number;
  readonly defective: number;
  readonly defectCode: string | null;
}

const COLUMNS: readonly Column<InspectionRow>[] = [
  { canonical: 'at', header: '检验日期', text: (i) => isoDay(i.on) },
  { canonical: 'stage', header: '检验阶段', text: (i) => i.stage },
  { canonical: 'batch_no', header: '生产批次号', text: (i) => i.batchNo ?? '' },
  { canonical: 'lot_no', header: '物料批号', text: (i) => i.lotNo ?? '' },
  { canonical: 'line', header: '产线', text: (i) => i.line ?? '' },
  { canonical: 'inspected_qty', header: '检验数量', text: (i) => String(i.inspected) },
  { canonical: 'defective_qty', header: '不良数量', text: (i) => String(i.defective) },
  { canonical: 'defect_code', header: '不良代码', text: (i) => i.defectCode ?? '' },
];

/** Share found defective: in deliveries and in finished goods nothing stands out, however bad they prove in the field. */
const DEFECTIVE = { IQC: 0.002, OQC: 0.0025, tripTest: 0.004, tripTestBadDriver: 0.02 };
const SAMPLE = { IQC: 80, OQC: 50, tripTest: 125 };

/** Incoming lots, a weekly trip test of each line and shift, and finished batches, since the registers began. */
export function inspectionRows(run: Run): InspectionRow[] {
  const { options, world } = run;
  const open = streams(options.seed, 'inspections');
  const row = (place: number, index: number, share: number, what: Omit<InspectionRow, 'defective' | 'defectCode'>) => {
    const random = open(place, index);
    const defective = Math.min(what.inspected, poisson(random, what.inspected * share));
    return { ...what, defective, defectCode: defective === 0 ? null : codeOf(what.stage, random.uniform()) };
  };
  const incoming = world.genealogy.lots.filter(({ receivedOn }) => receivedOn >= FROM);
  return [
    ...incoming.map((lot: Lot, index) =>
      row(1, index, DEFECTIVE.IQC, {
        on: lot.receivedOn,
        stage: 'IQC',
        batchNo: null,
        lotNo: lot.lotNo,
        line: null,
        inspected: Math.min(SAMPLE.IQC, lot.qty),
      }),
    ),
    ...tripTests(run).map(({ on, batchNo, line, bad, inspected }, index) =>
      row(2, index, bad ? DEFECTIVE.tripTestBadDriver : DEFECTIVE.tripTest, {
        on,
        stage: 'IPQC',
        batchNo,
        lotNo: null,
        line,
        inspected,
      }),
    ),
    ...world.batches
      .filter(({ builtOn }) => builtOn >= FROM && builtOn + 1 <= dayOfMinute(AS_OF))
      .map(({ batchNo, builtOn, line, qty }, index) =>
        row(3, index, DEFECTIVE.OQC, {
          on: builtOn + 1,
          stage: 'OQC',
          batchNo,
          lotNo: null,
          line: lineName(line),
          inspected: Math.min(SAMPLE.OQC, qty),
        }),
      ),
  ].sort((a, b) => a.on - b.on);
}

/** The first batch of each line and shift in a week is tested for early switch-off. */
function tripTests({ world }: Run) {
  const { torque, line: badLine, shift: badShift } = EARLY_TRIP;
  return LINES.flatMap((line) =>
    SHIFTS.flatMap((shift) => {
      let week = 0;
      return world.batches.flatMap((batch) => {
        if (batch.line !== line || batch.shift !== shift || batch.builtOn < FROM || mondayOf(batch.builtOn) === week)
          return [];
        week = mondayOf(batch.builtOn);
        const bad =
          world.told.has('b') &&
          line === badLine &&
          shift === badShift &&
          batch.builtOn >= torque.from &&
          batch.builtOn < torque.fixedFrom;
        const inspected = Math.min(SAMPLE.tripTest, batch.qty);
        return [{ on: batch.builtOn, batchNo: batch.batchNo, line: lineName(line), bad, inspected }];
      });
    }),
  );
}

function codeOf(stage: InspectionRow['stage'], chance: number): string {
  if (stage === 'IPQC') return '提前断电';
  if (stage === 'IQC') return chance < 0.6 ? '尺寸超差' : '外观不良';
  return chance < 0.5 ? '外观划伤' : '壶盖间隙';
}

export function inspectionRegister(rows: readonly InspectionRow[]): Register {
  return register('inspections.csv', 'inspection', COLUMNS, rows);
}
