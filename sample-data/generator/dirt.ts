import { slashDay } from './calendar';
import { csvCell, csvRecord } from './csv';
import { among } from './distributions';
import type { Layout } from './layout';
import type { Random } from './random';
import type { Ticket } from './ticket';
import { unfinished } from './tickets';
import { UNKNOWN_SEVERITY } from './words';

/** What an import must do with a damaged record. */
export type Outcome =
  | 'rejected'
  /** The record comes in, the cell stays blank and is listed as a cell issue. */
  | 'cellIssue'
  /** The cell comes in as the value that was meant. */
  | 'normalised'
  /** The cell comes in as written. */
  | 'unchanged'
  /** The word comes in as written and is listed as unknown. */
  | 'unknownValue';

interface Damage {
  readonly outcome: Outcome;
  /** Canonical name of the column concerned. */
  readonly column?: string;
  /** Reason with which a record is rejected. */
  readonly reason?: string;
  readonly weight: number;
  readonly applies: (ticket: Ticket) => boolean;
  readonly soil: (ticket: Ticket, layout: Layout, random: Random) => Soiled;
}

export interface Soiled {
  /** Record to write in the ticket's place. */
  readonly record: string;
  /** A second record of the same number, and after how many further records it comes. It stands, the first is rejected. */
  readonly again?: { readonly record: string; readonly after: number };
}

const always = () => true;
const onOneLine = ({ description }: Ticket) => !/[",\n]/.test(description);

const DAMAGES = {
  optionalDateUnreadable: {
    outcome: 'cellIssue',
    column: 'purchased_at',
    weight: 14,
    applies: always,
    soil: replacing('purchased_at', (_, random) =>
      random.pick(['不详', '忘记了', '去年双11', '2024年春节前后', '待查']),
    ),
  },
  batchBlank: {
    outcome: 'unchanged',
    column: 'batch_no',
    weight: 10,
    applies: ({ batchNo }) => batchNo !== null,
    soil: replacing('batch_no', () => ''),
  },
  unknownWord: {
    outcome: 'unknownValue',
    column: 'severity',
    weight: 10,
    applies: always,
    soil: replacing('severity', () => UNKNOWN_SEVERITY),
  },
  exactDuplicate: {
    outcome: 'rejected',
    reason: 'duplicateKey',
    weight: 8,
    applies: always,
    soil: (ticket, layout, random) => {
      const record = layout.record(ticket);
      return { record, again: { record, after: random.below(30) } };
    },
  },
  laterState: {
    outcome: 'rejected',
    reason: 'duplicateKey',
    weight: 10,
    applies: ({ closedAt }) => closedAt !== null,
    soil: (ticket, layout, random) => ({
      record: layout.record(unfinished(ticket)),
      again: { record: layout.record(ticket), after: 5 + random.below(60) },
    }),
  },
  brokenQuote: {
    outcome: 'rejected',
    reason: 'brokenQuote',
    column: 'description',
    weight: 6,
    applies: onOneLine,
    soil: (ticket, layout) => {
      const position = layout.columns.indexOf('description');
      const cells = layout.cells(ticket).map((cell, index) => (index === position ? unescaped(cell) : csvCell(cell)));
      return { record: cells.join(',') };
    },
  },
  tooFewCells: {
    outcome: 'rejected',
    reason: 'tooFewCells',
    weight: 6,
    applies: onOneLine,
    soil: (ticket, layout, random) => {
      const cells = layout.cells(ticket);
      return { record: csvRecord(cells.slice(0, cells.length - 3 - random.below(12))) };
    },
  },
  fullWidthDigits: {
    outcome: 'normalised',
    column: 'cost',
    weight: 8,
    applies: ({ cost }) => cost !== null,
    soil: replacing('cost', fullWidth),
  },
  trailingBlanks: {
    outcome: 'normalised',
    column: 'model',
    weight: 10,
    applies: always,
    soil: replacing('model', (cell, random) => cell + random.pick(['  ', ' ', '\u3000'])),
  },
  requiredDateImpossible: {
    outcome: 'rejected',
    reason: 'requiredUnreadable',
    column: 'received_at',
    weight: 5,
    applies: always,
    soil: replacing('received_at', (cell) => cell.replace(/([-/])\d+([-/])\d+/, '$102$230')),
  },
  otherDateStyle: {
    outcome: 'normalised',
    column: 'purchased_at',
    weight: 16,
    applies: ({ purchasedOn }) => purchasedOn !== null,
    soil: (ticket, layout, random) =>
      replacing('purchased_at', () => otherDateStyle(ticket.purchasedOn ?? 0, random))(ticket, layout, random),
  },
  scientificOrderNo: {
    outcome: 'unchanged',
    column: 'order_no',
    weight: 5,
    applies: ({ orderNo }) => orderNo !== null,
    soil: replacing('order_no', (cell) => `${cell[0]}.${cell.slice(1, 6)}E+17`),
  },
} as const satisfies Record<string, Damage>;

export type DirtKind = keyof typeof DAMAGES;
export const DIRT_KINDS = Object.keys(DAMAGES) as DirtKind[];

/** What is wrong with records of a kind, and what an import must make of it. */
export function damageOf(kind: DirtKind): Damage {
  return DAMAGES[kind];
}

/** A kind of damage that this ticket can suffer in this layout. */
export function anyDamage(ticket: Ticket, layout: Layout, random: Random): DirtKind {
  const possible = DIRT_KINDS.map((kind) => [kind, damageOf(kind)] as const).filter(
    ([, { column, applies }]) => (column === undefined || layout.columns.includes(column)) && applies(ticket),
  );
  return among(...possible.map(([kind, { weight }]) => [kind, weight] as const))(random);
}

function replacing(canonical: string, damage: (cell: string, random: Random) => string): Damage['soil'] {
  return (ticket, layout, random) => {
    const position = layout.columns.indexOf(canonical);
    const cells = layout.cells(ticket);
    cells[position] = damage(cells[position] ?? '', random);
    return { record: csvRecord(cells) };
  };
}

/** In quotes, with quotes inside that are not doubled: an even number, so that only this record is hurt. */
function unescaped(text: string): string {
  return `"${text}，店家说"没问题"不管了"`;
}

function fullWidth(cell: string): string {
  return cell.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace('.', '．');
}

function otherDateStyle(on: number, random: Random): string {
  const [year, month, date] = slashDay(on).split('/') as [string, string, string];
  return random.pick([
    `${year}.${month}.${date}`,
    `${year}年${month}月${date}日`,
    `${year}${month.padStart(2, '0')}${date.padStart(2, '0')}`,
  ]);
}
