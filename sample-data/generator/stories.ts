import { day } from './calendar';
import { weibull } from './distributions';
import type { ColourId, FamilyId } from './factory';
import type { Shipment } from './shipments';

/** What is hidden in the data to be found. Each story can be left out; then its problem has the usual rate. */
export const STORY_IDS = ['a', 'c', 'i'] as const;
export type StoryId = (typeof STORY_IDS)[number];

export function isStory(name: string): name is StoryId {
  return (STORY_IDS as readonly string[]).includes(name);
}

/** Tickets of a problem per 1000 units over their life. */
export type PerThousand = (shipment: Shipment) => number;

/** (a) Lid clips of resin with regrind break by fatigue; a change of the material ends most of it. */
export const LID_CLIP = {
  /** First build day of ISO week 2024-W36, when the resin came into use. */
  resinFrom: day('2024-09-02'),
  /** First build day with the corrected material. */
  fixedFrom: day('2025-03-17'),
  usual: 0.2,
  resin: 4.8,
  colourFactor: { white: 1, pink: 0.4, blue: 0.4 } satisfies Record<ColourId, number>,
  trueEffect: 0.85,
  /** Days of use until the clip breaks: most between the third and the sixth month. */
  fatigue: { shape: 2.8, scale: 145 },
};

export const lidClipLife = weibull(LID_CLIP.fatigue.shape, LID_CLIP.fatigue.scale);

export function lidClip(told: boolean): PerThousand {
  const { resinFrom, fixedFrom, usual, resin, colourFactor, trueEffect } = LID_CLIP;
  if (!told) return () => usual;
  return ({ batch }) => {
    if (batch.builtOn < resinFrom) return usual;
    const weak = resin * colourFactor[batch.model.colour];
    return batch.builtOn < fixedFrom ? weak : weak * (1 - trueEffect);
  };
}

/** (c) Leakage: every family keeps its rate, but more is sold, and more of the family that leaks most. */
export const LEAKAGE = {
  perThousand: { steel: 0.92, glass: 0.92, smart: 0.92, travel: 0.92, milk: 4.9 } satisfies Record<FamilyId, number>,
  usual: 1.4,
  /** Months received that are compared: the same half-year, one year apart. */
  before: { from: day('2024-06-01'), until: day('2024-12-01') },
  after: { from: day('2025-06-01'), until: day('2025-12-01') },
};

export function leakage(told: boolean): PerThousand {
  return told ? ({ batch }) => LEAKAGE.perThousand[batch.model.family.id] : () => LEAKAGE.usual;
}

/** (i) Tickets about kettles that work as designed or were not used as described. */
export const NORMAL_USE = {
  dryBoilDisplay: { steel: 0.28, glass: 0.28, smart: 1.15, milk: 0.75 } satisfies Partial<Record<FamilyId, number>>,
  filmNotRemoved: 0.16,
  notPluggedIn: 0.13,
};

export function normalUse(told: boolean, perThousand: PerThousand): PerThousand {
  return told ? perThousand : () => 0;
}
