/** An assembly that is made ahead and put into kettles: the level between lots and batches. */
export interface SubBatch {
  readonly batchNo: string;
  readonly model: string;
  readonly line: string;
  readonly builtOn: number;
  readonly qty: number;
  readonly scrapped: number;
  readonly left: number;
}

export const LID_LINE = '注塑线';
export const BASE_LINE = '底座线';
