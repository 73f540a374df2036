/** xoshiro128** of Blackman and Vigna: 128 bits of state, period 2^128 − 1, made of 32-bit integer operations only. */
export class Random {
  constructor(
    private a: number,
    private b: number,
    private c: number,
    private d: number,
  ) {}

  /** The next 32 bits as an unsigned integer. */
  bits(): number {
    const scrambled = Math.imul(rotate(Math.imul(this.b, 5), 7), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = rotate(this.d, 11);
    return scrambled;
  }

  /** Uniform on the open interval (0, 1), so that its logarithm exists. */
  uniform(): number {
    return (this.bits() + 0.5) / 4_294_967_296;
  }

  /** Uniform among 0 … count − 1. */
  below(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** One of the items, each as likely. */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

/** Opens the generator that belongs to one place of a concern; equal places give equal generators. */
export type Streams = (x?: number, y?: number, z?: number) => Random;

/**
 * Independent generators for one concern: what one draws more or less never shifts another.
 * Places of a concern never share a generator: each state word is a bijection of one coordinate, given those before it.
 */
export function streams(seed: number, concern: string): Streams {
  const root = mix(seed ^ hash(concern));
  return (x = 0, y = 0, z = 0) => {
    const a = mix(root ^ Math.imul(x + 1, 0x9e3779b1));
    const b = mix(a ^ Math.imul(y + 1, 0x85ebca77));
    const c = mix(b ^ Math.imul(z + 1, 0xc2b2ae3d));
    return new Random(a, b, c, mix(root + 0x27d4eb2f) | 1);
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** The finaliser of MurmurHash3: a bijection of 32-bit words in which every bit reaches every bit. */
function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let word = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) word = Math.imul(word ^ text.charCodeAt(index), 0x01000193);
  return word;
}
