import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type DecisionKind, Decisions, UnreadableDecision } from '../../src/data/decisions';
import { memoryFiles } from '../../src/data/engine/memory-files';

const words: DecisionKind<{ words: string[] }> = {
  name: 'words',
  schema: z.object({ words: z.array(z.string()) }),
  initial: { words: [] },
};

async function fresh() {
  const files = memoryFiles('mine');
  await files.clear();
  return { files, decisions: new Decisions(files) };
}

describe('decisions', () => {
  test('start as their kind says and are kept for the next reader', async () => {
    const { files, decisions } = await fresh();
    expect(decisions.held(words)).toBeUndefined();
    expect(await decisions.read(words)).toEqual({ words: [] });
    await decisions.change(words, (before) => ({ words: [...before.words, '漏水'] }));
    expect(await new Decisions(files).read(words)).toEqual({ words: ['漏水'] });
  });

  test('changes that are asked for at once follow each other', async () => {
    const { decisions } = await fresh();
    const add = (word: string) => decisions.change(words, (before) => ({ words: [...before.words, word] }));
    await Promise.all(['a', 'b', 'c'].map(add));
    expect(decisions.held(words)).toEqual({ words: ['a', 'b', 'c'] });
  });

  test('a change that cannot be kept changes nothing, and the next one works', async () => {
    const { files, decisions } = await fresh();
    const write = files.write;
    files.write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    await expect(decisions.change(words, () => ({ words: ['lost'] }))).rejects.toThrow('full');
    files.write = write;
    expect(await decisions.change(words, (before) => before)).toEqual({ words: [] });
  });

  test('a damaged file is an error and is not written over', async () => {
    const { files, decisions } = await fresh();
    await files.write('decisions/words.json', '{"words": 3}');
    await expect(decisions.read(words)).rejects.toThrow(UnreadableDecision);
    await expect(decisions.change(words, () => ({ words: ['x'] }))).rejects.toThrow(UnreadableDecision);
    expect(await (await files.read('decisions/words.json'))?.text()).toBe('{"words": 3}');
  });

  test('listeners hear of every change and of forgetting', async () => {
    const { decisions } = await fresh();
    let heard = 0;
    const stop = decisions.subscribe(() => heard++);
    await decisions.change(words, () => ({ words: ['x'] }));
    decisions.forget();
    stop();
    decisions.forget();
    expect(heard).toBe(2);
  });
});
