import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, wordsOf } from '../../src/data/ingest/meaning/fold';
import { HEADER_NAMES, HEADERS, headerScore, readHeader } from '../../src/data/ingest/meaning/header-synonyms';
import { codeOf } from '../../src/data/ingest/meaning/value-synonyms';
import { ANSWERS, NO, VALUE_WORDS, YES } from '../../src/data/ingest/meaning/value-words';
import { type Column, columnOf, DATASETS, SCHEMAS } from '../../src/domain/columns';
import { VOCABULARIES } from '../../src/domain/vocabulary';

const lists = (words: object): string[] =>
  Object.values(words).flatMap((entry) => (typeof entry === 'string' ? entry.split(', ') : lists(entry as object)));
const everyWord = [...Object.values(HEADERS), VALUE_WORDS, ANSWERS, { YES, NO }].flatMap(lists);

describe('fold', () => {
  it.each([
    ['Ticket_ID', 'ticket id'],
    ['　受理 時間 ', '受理时间'],
    ['（客訴）單號', '投诉单号'],
    ['抱怨编号', '客诉编号'],
    ['客户投诉编号', '投诉编号'],
    ['ＳＮ码', 'sn码'],
    ['S/N', 'sn'],
    ['Date-Complaint Received', 'date complaint received'],
    ['費用(¥)', '费用'],
  ])('%s and %s are the same name', (a, b) => expect(fold(a)).toBe(fold(b)));

  it('keeps the symbols that answer a question', () => expect(new Set(['√', '×', '✓'].map(fold)).size).toBe(3));

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)),
      {
        examples: [['客客诉'], ['用户抱怨'], ['客户客诉'], ['用户客户投诉']],
      },
    );
  });

  it('leaves every listed word as it is written: simplified, lower case', () => {
    const changed = everyWord.filter(
      (word) =>
        fold(word) !==
        word
          .toLowerCase()
          .replace(/[\s?.()/%$*&'-]/g, '')
          .replace(/客诉|抱怨/g, '投诉'),
    );
    expect(changed.filter((word) => !/用户投诉|客户投诉/.test(word))).toEqual([]);
  });

  it('cuts headers into words', () => {
    expect(wordsOf('CompleteTimestamp')).toEqual(['complete', 'timestamp']);
    expect(wordsOf('CaseID')).toEqual(['case', 'id']);
    expect(wordsOf('SN码2')).toEqual(['sn', '码', '2']);
  });
});

describe('header names', () => {
  it('exist for every canonical column', () => {
    for (const { dataset, columns } of Object.values(SCHEMAS))
      expect(columns.filter(({ name }) => !HEADER_NAMES[dataset].has(name)).map(({ name }) => name)).toEqual([]);
    for (const dataset of DATASETS)
      expect(Object.keys(HEADERS[dataset]).filter((name) => columnOf(dataset, name) === undefined)).toEqual([]);
  });

  it('are listed once in a column, and for two columns only where the cells can tell which', () => {
    // A lot and what went in may bear the plain name where nothing else does: then the cells cannot tell, but the other columns do.
    const undecided: readonly string[] = ['description failure_mode', 'child parent'];
    for (const dataset of DATASETS) {
      const headers = HEADERS[dataset];
      const columns = new Map<string, string[]>();
      for (const [column, list] of Object.entries(headers))
        for (const name of list.split(', ')) columns.set(fold(name), [...(columns.get(fold(name)) ?? []), column]);
      for (const [name, named] of columns) {
        expect(new Set(named).size, name).toBe(named.length);
        const plain = named.filter((column) => !isCoded(columnOf(dataset, column)));
        if (named.length > 1 && plain.length > 1)
          expect(undecided, `${dataset} ${name}`).toContain(plain.sort().join(' '));
      }
    }
  });

  it('score whole headers above parts, and do not find words inside words', () => {
    expect(headerScore(readHeader('故障现象'), 'complaint', 'failure_mode')).toBe(1);
    expect(headerScore(readHeader('客户故障现象'), 'complaint', 'failure_mode')).toBeLessThan(0.8);
    expect(headerScore(readHeader('客户故障现象'), 'complaint', 'failure_mode')).toBeGreaterThan(0.5);
    expect(headerScore(readHeader('plot'), 'complaint', 'batch_no')).toBe(0);
    expect(headerScore(readHeader('Statement'), 'complaint', 'region')).toBe(0);
  });
});

const isCoded = (column: Column | undefined) => column?.kind === 'vocabulary' || column?.kind === 'boolean';
const code = (column: string, value: string) => {
  const found = columnOf('complaint', column) ?? columnOf('shipment', column);
  if (found === undefined) throw new Error(column);
  return codeOf(found, value);
};

describe('values', () => {
  it('have words for every code, and no word means two codes of one vocabulary', () => {
    for (const [vocabulary, codes] of Object.entries(VOCABULARIES)) {
      const words = VALUE_WORDS[vocabulary as keyof typeof VALUE_WORDS] as Record<string, string>;
      expect(Object.keys(words).sort()).toEqual([...codes].sort());
      const meaning = new Map<string, string>();
      for (const [of, list] of Object.entries(words))
        for (const word of [of, ...list.split(', ')]) {
          expect(meaning.get(fold(word)) ?? of, `${vocabulary}: ${word}`).toBe(of);
          meaning.set(fold(word), of);
        }
    }
  });

  it('are mapped by their column: three scales share words', () => {
    expect(['severity', 'priority', 'response_level'].map((scale) => code(scale, '一般'))).toEqual([
      'moderate',
      'normal',
      'normal',
    ]);
    expect(['severity', 'priority', 'response_level'].map((scale) => code(scale, '紧急'))).toEqual([
      'critical',
      'urgent',
      'urgent',
    ]);
    expect(code('priority', '严重')).toBeNull();
    expect(code('response_level', '非紧急')).toBe('low');
  });

  it.each([
    ['致命', 'critical'],
    ['CR', 'critical'],
    ['主要', 'major'],
    ['严重', 'major'],
    ['嚴重', 'major'],
    ['MA', 'major'],
    ['次要', 'minor'],
    ['輕微', 'minor'],
    ['Mi', 'minor'],
    ['致命(CR)', 'critical'],
    ['2-轻微', 'minor'],
    ['严重 / Major', 'major'],
    ['致命/轻微', null],
    ['A', null],
    ['较差', null],
    ['', null],
    ['-', null],
  ])('severity %s is %s', (word, expected) => expect(code('severity', word)).toBe(expected));

  it.each([
    ['in_warranty', '保内', 'true'],
    ['in_warranty', '過保', 'false'],
    ['in_warranty', 'Out of Warranty', 'false'],
    ['human_caused', '非人为', 'false'],
    ['safety_related', '√', 'true'],
    ['safety_related', '无', 'false'],
    ['satisfied', '非常满意', 'true'],
    ['satisfied', '一般', null],
    ['reopened', 'N/A', null],
    ['escalated', '0', 'false'],
  ])('%s %s is %s', (column, word, expected) => expect(code(column, word)).toBe(expected));
});
