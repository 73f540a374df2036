/** Derivative of ln Γ(x), for x > 0: recurrence up to 10, the asymptotic series above. */
export function digamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 10) {
    shift -= 1 / at;
    at += 1;
  }
  const s = 1 / (at * at);
  const series = s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - (s * 691) / 32760)))));
  return shift + Math.log(at) - 0.5 / at - series;
}

/** Second derivative of ln Γ(x), for x > 0. */
export function trigamma(x: number): number {
  let sum = 0;
  let at = x;
  while (at < 15) {
    sum += 1 / (at * at);
    at += 1;
  }
  const s = 1 / (at * at);
  const series = s * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66)))));
  return sum + 1 / at + s / 2 + series / at;
}
