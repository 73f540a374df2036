/** A text and the selection in it (offsets in UTF-16 units). */
export interface Edited {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const INDENT = '  ';

/** What Tab does: indents the selected lines, or adds spaces at the cursor. */
export function indented({ text, start, end }: Edited): Edited {
  if (!text.slice(start, end).includes('\n')) return inserted({ text, start, end }, INDENT);
  const from = lineStart(text, start);
  const lines = text.slice(from, end).split('\n');
  const changed = lines.map((line) => INDENT + line).join('\n');
  return {
    text: text.slice(0, from) + changed + text.slice(end),
    start: start + INDENT.length,
    end: end + INDENT.length * lines.length,
  };
}

/** What Shift+Tab does: takes up to one indent off each selected line. */
export function outdented({ text, start, end }: Edited): Edited {
  const from = lineStart(text, start);
  const lines = text.slice(from, end).split('\n');
  const shorter = lines.map((line) => line.replace(/^( {1,2}|\t)/, ''));
  const changed = shorter.join('\n');
  const removed = end - from - changed.length;
  const first = (lines[0]?.length ?? 0) - (shorter[0]?.length ?? 0);
  return {
    text: text.slice(0, from) + changed + text.slice(end),
    start: Math.max(from, start - first),
    end: Math.max(from, end - removed),
  };
}

/** A piece of text in the place of the selection, the cursor behind it. */
function inserted({ text, start, end }: Edited, piece: string): Edited {
  const at = start + piece.length;
  return { text: text.slice(0, start) + piece + text.slice(end), start: at, end: at };
}

/** A name in the place of the selection, apart from the words beside it. */
export function insertedName(edited: Edited, name: string): Edited {
  const { text, start, end } = edited;
  const before = /[\w"]$/.test(text.slice(0, start)) ? ' ' : '';
  const after = /^[\w"]/.test(text.slice(end)) ? ' ' : '';
  return inserted(edited, before + name + after);
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
