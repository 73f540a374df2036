import { CIRCUMSTANCES, DEMANDS, PHRASES, QUOTED } from './phrases';
import type { Problem } from './problem';
import type { Random } from './random';

/** The customer's words about a problem with a unit that is so many days old. */
export function descriptionOf(problem: Problem, ageDays: number, random: Random): string {
  const phrases = PHRASES[problem.id];
  if (phrases === undefined) throw new Error(`no phrases for ${problem.id}`);
  const sentences: string[] = [];
  const first = random.pick(phrases);
  sentences.push(
    problem.failure !== undefined && random.chance(0.38) ? `${ageWords(ageDays, random)}，${first}` : first,
  );
  if (random.chance(0.14)) sentences.push(random.pick(CIRCUMSTANCES));
  if (random.chance(0.04)) sentences.push(random.pick(QUOTED));
  if (random.chance(0.3)) sentences.push(random.pick(DEMANDS));
  return `${sentences.join(separator(random))}${random.chance(0.3) ? '。' : ''}`;
}

function ageWords(days: number, random: Random): string {
  if (days < 3) return random.pick(['刚收到', '第一次用', '新买的']);
  if (days < 14) return random.pick([`用了${days}天`, '买来没几天']);
  if (days < 50) return random.pick(['用了一个月左右', `买了${Math.round(days / 7)}周`]);
  const months = Math.round(days / 30);
  return random.pick([`用了${months}个月`, `买来${months}个月`, `使用约${months}个月`]);
}

/** How the agent joins sentences: mostly Chinese punctuation, some blanks, ASCII commas and line breaks. */
function separator(random: Random): string {
  const kind = random.uniform();
  if (kind < 0.6) return '，';
  if (kind < 0.84) return '。';
  if (kind < 0.9) return ' ';
  return kind < 0.95 ? ',' : '\n';
}
