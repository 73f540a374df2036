import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, wordsOf } from '../../src/data/ingest/meaning/fold';
import { HEADERS, headerScores, readHeaders } from '../../src/data/ingest/meaning/header-synonyms';
import { commonPrefix } from '../../src/data/ingest/meaning/header-variants';
import { plainWords } from '../../src/data/ingest/meaning/header-words';
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
      expect(columns.filter(({ name }) => HEADERS[dataset][name] === undefined).map(({ name }) => name)).toEqual([]);
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

  const score = (header: string, column: string) =>
    headerScores(readHeaders([header])[0] ?? [], 'complaint').get(column) ?? 0;

  it('score whole headers above parts, and do not find words inside words', () => {
    expect(score('故障现象', 'failure_mode')).toBe(1);
    expect(score('客户故障现象', 'failure_mode')).toBeLessThan(0.8);
    expect(score('客户故障现象', 'failure_mode')).toBeGreaterThan(0.5);
    expect(score('plot', 'batch_no')).toBe(0);
    expect(score('Statement', 'region')).toBe(0);
  });
});

describe('plain words', () => {
  it.each([
    ['RCVD_DT', 'Date Received'],
    ['received at', 'Received Date/Time'],
    ['CREATED_DTTM', 'Created On'],
    ['Details of the Complaint', 'CMPL_DESC'],
    ['Device S/N', 'device serial no.'],
    ['PROD_DT', 'Production Date'],
    ['prod_cd', 'Product Code'],
    ['INV_NO', 'Invoice Number'],
    ['INV_QTY', 'Inventory Quantity'],
    ['Case Ref.', 'Case ID'],
    ['受 理 日', '受理日期'],
    ['聯絡電話', '联系电话'],
    ['批次號碼', '批次编号'],
  ])('%s means %s', (a, b) => expect(plainWords(a)).toEqual(plainWords(b)));

  it('tell apart what is not the same', () => {
    const different = ['prod line', 'product line', 'date code', 'purchase date', 'product code', 'defect', 'defects'];
    expect(new Set(different.map((name) => plainWords(name).join(' '))).size).toBe(different.length);
    expect(plainWords('Date')).not.toEqual(plainWords('at'));
  });

  it('do not make one of two columns that are told apart by their names', () => {
    for (const dataset of DATASETS) {
      const columnsBy = (textOf: (name: string) => string) => {
        const columns = new Map<string, Set<string>>();
        for (const [column, list] of Object.entries(HEADERS[dataset]))
          for (const name of list.split(', ').filter((written) => !written.endsWith('?')))
            columns.set(textOf(name), (columns.get(textOf(name)) ?? new Set()).add(column));
        return [...columns].filter(([, named]) => named.size > 1);
      };
      const pairs = new Set(columnsBy(fold).map(([, named]) => [...named].sort().join(' ')));
      const merged = columnsBy((name) => plainWords(name).join(' '));
      expect(merged.filter(([, named]) => !pairs.has([...named].sort().join(' ')))).toEqual([]);
    }
  });
});

describe('a dressed-up header', () => {
  const score = (header: string, column: string, others: readonly string[] = []) =>
    headerScores(readHeaders([header, ...others])[0] ?? [], 'complaint').get(column) ?? 0;

  it.each([
    ['型号/Model', 'model'],
    ['投诉时间\nComplaint Date', 'received_at'],
    ['3.故障现象', 'failure_mode'],
    ['【投诉编号】', 'complaint_no'],
    ['处理费用/元', 'cost'],
    ['*严重程度（必填）', 'severity'],
    ['是否人为', 'human_caused'],
    ['REGION_CD', 'region'],
    ['Warranty (Y/N)', 'in_warranty'],
  ])('%j names %s', (header, column) => expect(score(header, column)).toBeGreaterThan(0.6));

  it('is read without what all headers of the file begin with', () => {
    const others = ['T1.受理人', 'T1.型号', 'T1.备注'];
    expect(score('T1.投诉时间', 'received_at', others)).toBeGreaterThan(0.9);
    expect(score('T1.投诉时间', 'received_at')).toBeLessThan(0.8);
    expect(commonPrefix(['complaint', 'model', 'T1.x'])).toBe('');
    expect(commonPrefix(['1.单号', '2.日期', '3.型号'])).toBe('');
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
    ['严重 Major', 'major'],
    ['not major', null],
    ['非致命-严重', null],
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
