/** How many more or fewer, with its sign. */
export function excessText(excess: number, format: (value: number) => string): string {
  return `${excess > 0 ? '+' : '−'}${format(Math.abs(excess))}`;
}
