/** What a cell looks like, as far as it tells a header from the cells below it. */
export type CellType = 'blank' | 'year' | 'number' | 'time' | 'code' | 'text';

const YEAR = /^(?:19|20)\d\d年?$/;
const NUMBER = /^[-+(]?[¥$€£]?\s?\d[\d,.\s]*(?:e[-+]?\d+)?\s?[%元)]?$/i;
const TIME =
  /^\d{1,4}([-/.年])\d{1,2}([-/.月]\d{1,4}日?)?(?:[ T]+\d{1,2}:\d{2}.*)?$|^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?$|^\d{1,2}[- ][a-z]{3}[- ]\d{2,4}$/i;
const CODE = /^(?=.*\d)[\w\-./#:;]+$/;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$/i;

export function cellType(cell: string): CellType {
  const text = cell.trim();
  if (text === '') return 'blank';
  if (YEAR.test(text)) return 'year';
  if (TIME.test(text)) return 'time';
  if (NUMBER.test(text)) return 'number';
  return CODE.test(text) || ADDRESS.test(text) ? 'code' : 'text';
}

/** The type that at least four in five of the cells have that are not blank; undefined when none has, or none is filled. */
export function columnType(cells: readonly string[]): CellType | undefined {
  const counts = new Map<CellType, number>();
  let filled = 0;
  for (const cell of cells) {
    const type = cellType(cell);
    if (type === 'blank') continue;
    filled++;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  for (const [type, count] of counts) if (count >= filled * 0.8) return type;
  const numeric = (counts.get('number') ?? 0) + (counts.get('year') ?? 0);
  return filled > 0 && numeric >= filled * 0.8 ? 'number' : undefined;
}
