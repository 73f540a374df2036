import { z } from 'zod';
import type { DecisionKind } from '../../../data/decisions';
import { type Grain, periodOf } from '../../../domain/period';

/** What somebody wrote on a period of the axis of time. */
export interface PeriodNote {
  readonly id: number;
  /** First day of the period that it was written on; another grain shows it in the period of that day. */
  readonly day: string;
  readonly text: string;
  /** '' where no name was given. */
  readonly by: string;
  readonly at: string;
}

export const LONGEST_NOTE = 300;
export const LONGEST_NAME = 60;

/** The notes on axes of time, oldest first. */
export const PERIOD_NOTES: DecisionKind<readonly PeriodNote[]> = {
  name: 'period-notes',
  schema: z.array(
    z.object({
      id: z.number(),
      day: z.string(),
      text: z.string().check(z.minLength(1), z.maxLength(LONGEST_NOTE)),
      by: z.string().check(z.maxLength(LONGEST_NAME)),
      at: z.string(),
    }),
  ),
  initial: [],
};

/** The notes and one more. */
export function withNote(notes: readonly PeriodNote[], note: Omit<PeriodNote, 'id'>): readonly PeriodNote[] {
  const id = notes.reduce((most, one) => Math.max(most, one.id), 0) + 1;
  return inOrder([...notes, { ...note, id }]);
}

/** The notes and one that was removed, in its old place. */
export function restored(notes: readonly PeriodNote[], note: PeriodNote): readonly PeriodNote[] {
  return notes.some(({ id }) => id === note.id) ? withNote(notes, note) : inOrder([...notes, note]);
}

/** What is noted on each period, by its first day. */
export function notesBy(grain: Grain, notes: readonly PeriodNote[], separator: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { day, text, by } of notes) {
    const period = periodOf(grain, day);
    const before = texts.get(period);
    const line = by === '' ? text : `${text} — ${by}`;
    texts.set(period, before === undefined ? line : `${before}${separator}${line}`);
  }
  return texts;
}

function inOrder(notes: readonly PeriodNote[]): readonly PeriodNote[] {
  return notes.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id));
}
