import type { SliceDimension } from '../../analysis/signals/types';

/** More are not taken from an address. */
const MOST = 60;

/** Dimensions as the URL carries them: `line,carrier+warehouse`. */
export function writeDimensions(dimensions: readonly SliceDimension[]): string {
  return dimensions.map((dimension) => dimension.map(encodeURIComponent).join('+')).join(',');
}

/** Reads what `writeDimensions` wrote; what cannot be read is left out. Undefined where nothing is left: the usual ones. */
export function readDimensions(text: string | undefined): readonly SliceDimension[] | undefined {
  const read = new Map<string, SliceDimension>();
  for (const part of (text ?? '').split(',').slice(0, MOST)) {
    const attributes = part.split('+').map(decoded);
    const known = attributes.filter((name) => name !== undefined && name !== '') as string[];
    if (known.length !== attributes.length || known.length > 2 || new Set(known).size !== known.length) continue;
    if (!read.has(dimensionKey(known))) read.set(dimensionKey(known), known);
  }
  return read.size === 0 ? undefined : [...read.values()];
}

/** Tells dimensions apart, whatever the order of their attributes. */
export function dimensionKey(dimension: SliceDimension): string {
  return writeDimensions([[...dimension].sort()]);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
