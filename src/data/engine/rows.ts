import { DataType, type Field, type MapRow, tableFromIPC, type Vector } from 'apache-arrow';
import { dateText, decimalNumber, timestampText, timeText } from './cells';

/** A value as screens and statistics use it; see `decodeRows`. */
export type Cell = null | boolean | number | string | Uint8Array | Cell[] | { [key: string]: Cell };
export type Row = Record<string, Cell>;

type Read = (value: never) => Cell;

const itself = (value: Cell) => value;

/**
 * Rows of an Arrow result as plain objects. Integers of any width and decimals become numbers (exact up to 2^53),
 * TIMESTAMP 'YYYY-MM-DD HH:MM:SS[.ffffff]', DATE 'YYYY-MM-DD', TIME 'HH:MM:SS[.ffffff]', lists arrays, structs and maps
 * objects, BLOB bytes. ENUM, INTERVAL, UHUGEINT and UNION throw: select them as VARCHAR.
 *
 * The conversion is done here because the engine's own (`castBigIntToDouble`, `castDecimalToDouble`) reinterprets the
 * bits of numbers inside lists and structs: `[1::BIGINT]` arrives as `[5e-324]` (duckdb-wasm 1.32.0).
 */
export function decodeRows(messages: readonly Uint8Array[]): Row[] {
  const table = tableFromIPC(messages);
  const columns = table.schema.fields.map((field) => ({ name: field.name, read: reader(field) }));
  const rows: Row[] = [];
  for (const batch of table.batches) {
    const vectors = columns.map((_, index) => batch.getChildAt(index));
    for (let at = 0; at < batch.numRows; at++) {
      const row: Row = {};
      columns.forEach(({ name, read }, index) => {
        row[name] = read((vectors[index]?.get(at) ?? null) as never);
      });
      rows.push(row);
    }
  }
  return rows;
}

/** The first column of an Arrow result, which must be INTEGER without NULLs, as one array. */
export function decodeIntegers(messages: readonly Uint8Array[]): Int32Array {
  const column = tableFromIPC(messages).getChildAt(0);
  if (column === null || column.length === 0) return new Int32Array();
  if (!DataType.isInt(column.type) || column.type.bitWidth !== 32 || column.nullCount > 0)
    throw new Error('The column is not INTEGER, or has NULLs');
  return column.toArray() as Int32Array;
}

function reader(field: Field): Read {
  const read = readerOfType(field.type, field.name);
  return (value: Cell) => (value === null ? null : read(value as never));
}

function readerOfType(type: DataType, name: string): Read {
  if (DataType.isUtf8(type) || DataType.isFloat(type) || DataType.isBool(type)) return itself;
  if (DataType.isNull(type) || DataType.isBinary(type)) return itself;
  if (DataType.isInt(type)) return type.bitWidth === 64 ? (value: bigint) => Number(value) : itself;
  if (DataType.isDecimal(type)) return (value: Uint32Array) => decimalNumber(value, type.scale);
  if (DataType.isTimestamp(type)) return timestampText;
  if (DataType.isDate(type)) return dateText;
  if (DataType.isTime(type)) return timeText;
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) return listReader(type.children);
  if (DataType.isStruct(type)) return structReader(type.children);
  if (DataType.isMap(type)) return mapReader(type.children);
  throw new Error(`Column "${name}" is ${type}, which has no plain value: select it as VARCHAR`);
}

function listReader([item]: readonly Field[]): Read {
  const read = item === undefined ? itself : reader(item);
  return (value: Vector) => Array.from(value, (element) => read((element ?? null) as never));
}

function structReader(fields: readonly Field[]): Read {
  const members = fields.map((field) => ({ name: field.name, read: reader(field) }));
  return (value: Record<string, Cell>) =>
    Object.fromEntries(members.map(({ name, read }) => [name, read((value[name] ?? null) as never)]));
}

/** Keys become text. The one child of a map is the struct of its key and its value. */
function mapReader([entry]: readonly Field[]): Read {
  const [, valueField] = (entry?.type.children ?? []) as Field[];
  const read = valueField === undefined ? itself : reader(valueField);
  return (value: MapRow) =>
    Object.fromEntries(Array.from(value, ([key, element]) => [String(key), read((element ?? null) as never)]));
}
