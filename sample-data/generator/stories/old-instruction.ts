import { day, isoDay } from '../calendar';
import { type Chapter, castOf } from '../chapter';
import { lineName } from '../factory';
import { Populations } from '../populations';
import type { Batch } from '../production';
import type { World } from './world';

/** (k) One line and shift works to the superseded instruction, and with the old lids, for nine days after (a)'s cut-in. */
export const OLD_INSTRUCTION = {
  line: 1,
  shift: 'D',
  from: day('2025-03-17'),
  days: 9,
  /** The line built this colour at that time. */
  colour: 'white',
  appliesTo({ line, shift, builtOn }: Pick<Batch, 'line' | 'shift' | 'builtOn'>): boolean {
    const { from, days } = OLD_INSTRUCTION;
    return line === OLD_INSTRUCTION.line && shift === OLD_INSTRUCTION.shift && builtOn >= from && builtOn < from + days;
  },
} as const;

/** (k) among the lid clips of story (a). */
export function oldInstructionChapter({ batches }: World): Chapter {
  const own = batches.filter(OLD_INSTRUCTION.appliesTo);
  const units = new Populations(({ batch }) => (OLD_INSTRUCTION.appliesTo(batch) ? 'oldInstruction' : undefined));
  return {
    add(ticket, arrival) {
      if (arrival.cast.problem.id === 'lidClip') units.add(ticket, arrival);
    },
    told(run) {
      return {
        title: 'line 1 by day works to the superseded instruction for nine days after the cut-in of story (a)',
        line: lineName(OLD_INSTRUCTION.line),
        shift: 'day',
        builtFrom: isoDay(OLD_INSTRUCTION.from),
        builtUntil: isoDay(OLD_INSTRUCTION.from + OLD_INSTRUCTION.days),
        documentRevision: { used: 'B', current: 'C' },
        batches: own.map(({ batchNo }) => batchNo),
        population: units.told(run, castOf(run, 'a')),
      };
    },
  };
}
