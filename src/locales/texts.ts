/**
 * The shape that a catalogue in another language must have: the same keys, any words.
 * Singular forms (`…_one`) exist only where the language has them, and Chinese does not.
 */
export type Texts<Source> = {
  readonly [Key in keyof Source as Key extends `${string}_one` ? never : Key]: Source[Key] extends string
    ? string
    : Texts<Source[Key]>;
};
