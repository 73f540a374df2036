/** The text up to a closing mark, which written twice stands for itself, and where it goes on; undefined when none closes it. */
export function enclosed(
  characters: readonly string[],
  from: number,
  closing: string,
): [text: string, after: number] | undefined {
  let text = '';
  for (let at = from + 1; at < characters.length; at += 1) {
    const character = characters[at] as string;
    if (character !== closing) text += character;
    else if (characters[at + 1] === closing) {
      text += closing;
      at += 1;
    } else return [text, at + 1];
  }
  return undefined;
}
