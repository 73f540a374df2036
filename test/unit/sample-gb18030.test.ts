import { describe, expect, it } from 'vitest';
import { gb18030Encoder } from '../../sample-data/generator/gb18030';
import { CIRCUMSTANCES, DEMANDS, PHRASES, QUOTED } from '../../sample-data/generator/phrases';
import { WORDS } from '../../sample-data/generator/words';

const encode = gb18030Encoder();
const decode = (bytes: Uint8Array) => new TextDecoder('gb18030', { fatal: true }).decode(bytes);

describe('the GB18030 encoder', () => {
  it('writes the codes of the standard', () => {
    expect([...encode('壶1')]).toEqual([0xba, 0xf8, 0x31]);
    expect([...encode('，。')]).toEqual([0xa3, 0xac, 0xa1, 0xa3]);
  });

  it('is undone by the decoder for every text of the sample', () => {
    const texts = [
      ...Object.values(WORDS).flatMap((words) => Object.values(words)),
      ...Object.values(PHRASES).flat(),
      ...CIRCUMSTANCES,
      ...DEMANDS,
      ...QUOTED,
      '２０２４．５\u3000\r\n"',
    ];
    for (const text of texts) expect(decode(encode(text))).toBe(text);
  });

  it('refuses what GBK cannot write', () => {
    expect(() => encode('水壶😀')).toThrow(/GBK has no/);
  });
});
