import type { Code } from '../../src/domain/vocabulary';
import { lognormal, type Sampler } from './distributions';
import type { Random } from './random';

/** Yuan, by remedy; a refund or an exchange costs a share of the price. */
const costOf: Readonly<Partial<Record<Code<'disposition'>, Sampler>>> = {
  part_replacement: lognormal(18, 0.4),
  repair: lognormal(38, 0.5),
  compensation: lognormal(20, 0.4),
};

/** Who broke it pays, and so does who comes after the warranty. */
export function remedyOf(
  wanted: Code<'disposition'>,
  cause: Code<'cause_class'> | null,
  inWarranty: boolean,
): Code<'disposition'> {
  const free = inWarranty && cause !== 'human_damage';
  if (free || wanted === 'guidance' || wanted === 'compensation') return wanted;
  return wanted === 'exchange' ? 'paid_exchange' : 'paid_repair';
}

/** What a remedy costs; null when nothing is booked. */
export function costFor(disposition: Code<'disposition'>, price: number, random: Random): number | null {
  if (disposition === 'refund' || disposition === 'exchange') {
    const share = disposition === 'refund' ? 1 : 0.55;
    return Math.round(price * share * (0.92 + 0.16 * random.uniform()) * 10) / 10;
  }
  const cost = costOf[disposition];
  return cost === undefined ? null : Math.round(cost(random) * 10) / 10;
}
