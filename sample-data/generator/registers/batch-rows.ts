import { isoDay, yearMonth } from '../calendar';
import { lineName, PLANT, shiftName } from '../factory';
import type { Batch } from '../production';
import type { Run } from '../run';
import { LID_CLIP } from '../stories/lid-clip';
import { OLD_INSTRUCTION } from '../stories/old-instruction';
import { type Column, type Register, register } from './register';

/** One batch or sub-batch as the register of production has it. */
export interface BatchRow {
  readonly batchNo: string;
  readonly model: string;
  readonly line: string;
  readonly shift: string;
  readonly producedOn: number;
  readonly qty: number;
  readonly workOrder: string;
  /** Revision of the work instruction that was used. */
  readonly revision: string;
}

const COLUMNS: readonly Column<BatchRow>[] = [
  { canonical: 'batch_no', header: '生产批次号', text: (b) => b.batchNo },
  { canonical: 'model', header: '产品型号', text: (b) => b.model },
  { canonical: 'plant', header: '工厂', text: () => PLANT },
  { canonical: 'line', header: '产线', text: (b) => b.line },
  { canonical: 'shift', header: '班次', text: (b) => b.shift },
  { canonical: 'produced_at', header: '生产日期', text: (b) => isoDay(b.producedOn) },
  { canonical: 'qty', header: '生产数量', text: (b) => String(b.qty) },
  { canonical: 'work_order', header: '生产工单号', text: (b) => b.workOrder },
  { canonical: 'document_revision', header: '作业文件版本', text: (b) => b.revision },
];

/** Batches and sub-batches in order of production. */
export function batchRows({ world }: Run): BatchRow[] {
  const { batches, genealogy, told } = world;
  const revisionOf = (batch: Batch) => {
    const old = told.has('k') && OLD_INSTRUCTION.appliesTo(batch);
    return batch.builtOn < LID_CLIP.fixedFrom || old ? 'B' : 'C';
  };
  const made = [
    ...batches.map((batch) => ({
      batchNo: batch.batchNo,
      model: batch.model.name,
      line: lineName(batch.line),
      shift: shiftName(batch.shift),
      producedOn: batch.builtOn,
      qty: batch.qty,
      revision: revisionOf(batch),
    })),
    ...genealogy.subBatches.map(({ batchNo, model, line, builtOn, qty }) => ({
      batchNo,
      model,
      line,
      shift: shiftName('D'),
      producedOn: builtOn,
      qty,
      revision: 'A',
    })),
  ].sort((a, b) => a.producedOn - b.producedOn || (a.batchNo < b.batchNo ? -1 : 1));
  const workOrder = workOrders();
  return made.map((row) => ({ ...row, workOrder: workOrder(row.producedOn) }));
}

/** `WO2405-0123`, from 1 in each month. */
function workOrders(): (producedOn: number) => string {
  let month = '';
  let number = 0;
  return (producedOn) => {
    const now = yearMonth(producedOn);
    number = now === month ? number + 1 : 1;
    month = now;
    return `WO${month}-${String(number).padStart(4, '0')}`;
  };
}

export function batchRegister(rows: readonly BatchRow[]): Register {
  return register('batches.csv', 'batch', COLUMNS, rows);
}
