import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { literal } from '../../src/data/schema/sql';
import { DEFAULT_WORDS, denialPattern, tidyWords, wordReader, wordsPattern } from '../../src/domain/sentinel';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';

const reader = wordReader(DEFAULT_WORDS);
const said = (text: string) =>
  reader.mentions(text).map(({ start, end, denied }) => `${denied ? '-' : '+'}${text.slice(start, end)}`);

describe('a safety word', () => {
  it.each([
    ['水壶底座端子烧熔，有焦味', ['+烧熔']],
    ['插上就漏电，手被电击', ['+漏电', '+电击']],
    ['FIRE in the base, firewall of the router fine', ['+FIRE']],
    ['The cord burned and Sparks came out', ['+burned', '+Sparks']],
    ['a short-circuit, an electric  shock', ['+short-circuit', '+electric  shock']],
    ['底座冒煙', ['+冒煙']],
    ['campfire, sunburn', []],
    ['', []],
  ])('is found in %s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('a denial', () => {
  it.each([
    ['无漏电', ['-漏电']],
    ['客户确认没有冒烟', ['-冒烟']],
    ['未起火，但外壳变形', ['-起火']],
    ['没有发现漏电、短路或起火', ['-漏电', '-短路', '-起火']],
    ['无漏电无冒烟', ['-漏电', '-冒烟']],
    ['漏电：无；冒烟：否', ['-漏电', '-冒烟']],
    ['There was no smoke or fire.', ['-smoke', '-fire']],
    ["It didn't catch fire", ['-fire']],
    ['no signs of burning', ['-burning']],
    // The other half of the sentence stands.
    ['没有漏电，但是冒烟了', ['-漏电', '+冒烟']],
    ['no smoke, fire came from the base', ['-smoke', '+fire']],
    // These deny nothing.
    ['无法开机并冒烟', ['+冒烟']],
    ['问有没有漏电', ['+漏电']],
    ['会不会起火', ['+起火']],
    ['没有及时处理，底座起火', ['+起火']],
    ['漏电：无法使用', ['+漏电']],
    ['not only smoke', ['+smoke']],
    ['no longer works, smoke', ['+smoke']],
  ])('is respected in %s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('a list of words', () => {
  it('is kept tidy', () => {
    expect(tidyWords(['  Fire ', 'fire', 'ＦＩＲＥ', '', '***', 'burn**', '漏  电'])).toEqual([
      'fire',
      'burn*',
      '漏 电',
    ]);
    expect(tidyWords(DEFAULT_WORDS)).toEqual(DEFAULT_WORDS);
  });

  it('takes signs as they stand', () => {
    const [word] = tidyWords(['a.c(']);
    expect(wordReader([String(word)]).mentions('abc( a.c(')).toEqual([{ start: 5, end: 9, denied: false }]);
  });

  it('gives a text inside another to both words', () => {
    expect(wordReader(['短路', '短路起火']).wordsOf('短路起火')).toEqual(['短路', '短路起火']);
  });

  it('finds nothing when it is empty', () => {
    expect(wordsPattern([])).toBeUndefined();
    expect(wordReader([]).mentions('起火')).toEqual([]);
  });
});

describe('the engine', () => {
  let db: NodeDuckDB;
  beforeAll(async () => {
    db = await nodeDuckDB();
  });
  afterAll(() => db.close());

  it('reads texts as the screen does', () => {
    const pieces = [
      ...[
        '没有',
        '无',
        '未',
        '有',
        '会不会',
        '发现',
        '漏电',
        '起火',
        '冒烟',
        '、',
        '或',
        '，',
        '：无',
        '。',
        '壶',
        '不',
      ],
      ...[' no ', 'not ', 'any ', 'smoke', 'Fire', 'sparks', ' or ', ' ', "didn't ", 'catch ', '\n', 'x', '电', '漏'],
    ];
    const texts = fc.sample(
      fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((all) => all.join('')),
      {
        numRuns: 3000,
        seed: 7,
      },
    );
    const words = wordsPattern(DEFAULT_WORDS) ?? '';
    const rows = db.rows(
      `SELECT array_to_string(regexp_extract_all(lower(regexp_replace(t, ${literal(denialPattern(words))}, '\\1 ', 'gi')), ${literal(words)}, 0, 'i'), '|') AS meant, ` +
        `regexp_matches(t, ${literal(words)}, 'i') AS said FROM (SELECT unnest([${texts.map(literal).join(', ')}]) AS t)`,
    );
    const differing = texts.flatMap((text, at) => {
      const mentions = reader.mentions(text);
      const meant = mentions
        .filter(({ denied }) => !denied)
        .map(({ start, end }) => text.slice(start, end).toLowerCase());
      const row = rows[at];
      return (row?.meant ?? '') === meant.join('|') && row?.said === mentions.length > 0 ? [] : [{ text, row, meant }];
    });
    expect(rows).toHaveLength(texts.length);
    expect(differing).toEqual([]);
  });
});
