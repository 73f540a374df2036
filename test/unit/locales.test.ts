import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DATASETS, EXTRA_PREFIX, SCHEMAS } from '../../src/domain/columns';
import { BASES, MEASURES } from '../../src/domain/measure';
import { GRAINS } from '../../src/domain/period';
import { VOCABULARIES } from '../../src/domain/vocabulary';
import { en } from '../../src/locales/en/index';
import { languageFor } from '../../src/locales/i18n';
import { zhCN } from '../../src/locales/zh-CN/index';
import { familyOf } from '../../src/ui/labels';
import { hardCodedText, keysIn } from '../support/user-text';

/** Keys that are put together at run time; whatever stands under them counts as used. */
const FAMILIES = [
  'basis.',
  'binary.',
  'column.',
  'columnGroup.',
  'common.',
  'control.code.',
  'dataset.',
  'datasetHint.',
  'datasets.name.',
  'datasets.unlock.',
  'dateOrder.',
  'decidedBy.',
  'delimiter.',
  'encoding.',
  'expressionHelp.',
  'expressionProblem.',
  'finding.',
  'findingCost.',
  'findingFix.',
  'grain.',
  'group.',
  'keys.',
  'measure.',
  'need.',
  'noRate.',
  'period.',
  'problem.',
  'profileFile.',
  'quality.basis.',
  'quality.severity.',
  'reject.',
  'relation.',
  'relationColumn.',
  'relationCost.',
  'reliability.word.',
  'screen.',
  'signals.coded.',
  'sqlProblem.',
  'state.',
  'unit.',
  'value.',
  'workspace.',
];

/** English that stays English in Chinese text. */
const ENGLISH =
  /SQL|CSV|TSV|OPFS|DuckDB|Excel|UTF-8|JSON|Chrome|Edge|Firefox|Safari|GB18030|Big5|NUL|Shift|Ctrl|Enter|Esc|CAPA|8D|Laney|\b(EXPLAIN ANALYZE|[A-Z]{4,}|TRY_CAST|ORDER BY)\b/g;

const ENGLISH_TEXTS = flat(en);
const CHINESE_TEXTS = flat(zhCN);
const FILES = sources();

describe('catalogues', () => {
  it('say the same things in both languages', () => {
    const withoutSingular = [...ENGLISH_TEXTS.keys()].filter((key) => !key.endsWith('_one'));
    expect([...CHINESE_TEXTS.keys()]).toEqual(withoutSingular);
  });

  it('fill the same blanks in both languages', () => {
    const differing = [...CHINESE_TEXTS].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(ENGLISH_TEXTS.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('leave nothing untranslated', () => {
    expect([...CHINESE_TEXTS].filter(([, text]) => isEnglish(text))).toEqual([]);
    expect(isEnglish('请先 import the file')).toBe(true);
    expect(isEnglish('导出 CSV，共 {{count, number}} 行')).toBe(false);
  });

  it('punctuate Chinese in full width', () => {
    const halfWidth = (text: string) => /\p{Script=Han}[,;:!?(]|[,;:!?)]\p{Script=Han}/u.test(text);
    expect([...CHINESE_TEXTS].filter(([, text]) => halfWidth(text))).toEqual([]);
    expect(halfWidth('状态:已结案')).toBe(true);
  });

  it('label every column, code, measure and time step', () => {
    const columns = Object.values(SCHEMAS).flatMap((schema) => schema.columns.map(({ name }) => `column.${name}`));
    const codes = Object.entries(VOCABULARIES).flatMap(([name, all]) => all.map((code) => `value.${name}.${code}`));
    const steps = [
      ...MEASURES.map((id) => `measure.${id}`),
      ...BASES.map((id) => `basis.${id}`),
      ...GRAINS.map((id) => `grain.${id}`),
    ];
    expect([...columns, ...codes, ...steps].filter((key) => !ENGLISH_TEXTS.has(key))).toEqual([]);
  });
});

describe('values', () => {
  const columns = DATASETS.flatMap((dataset) => SCHEMAS[dataset].columns);

  it('are found by the vocabulary that the catalogue gives a column', () => {
    const coded = columns.filter(({ vocabulary }) => vocabulary !== undefined);
    expect(coded.map(({ name }) => familyOf(name, 'x'))).toEqual(coded.map(({ vocabulary }) => vocabulary));
  });

  it('are yes or no in boolean columns, and as they stand elsewhere', () => {
    const booleans = columns.filter(({ kind }) => kind === 'boolean').map(({ name }) => familyOf(name, 'true'));
    expect(new Set(booleans)).toEqual(new Set(['boolean']));
    expect(familyOf('model', 'urgent')).toBeUndefined();
    expect(familyOf(`${EXTRA_PREFIX}severity`, 'true')).toBeUndefined();
  });
});

describe('code', () => {
  const keys = FILES.map(({ path, code }) => ({ path, ...keysIn(path, code) }));

  it('is all seen', () => {
    expect(FILES.length).toBeGreaterThan(40);
    expect(keys.flatMap(({ exact }) => exact).length).toBeGreaterThan(40);
  });

  it('asks only for keys that exist', () => {
    const unknown = keys.flatMap(({ path, exact, families }) => [
      ...exact.filter((key) => !exists(key)).map((key) => `${path}: ${key}`),
      ...families
        .filter((head) => !FAMILIES.some((family) => head.startsWith(family)))
        .map((head) => `${path}: ${head}…`),
    ]);
    expect(unknown).toEqual([]);
  });

  it('uses every key', () => {
    const used = new Set(keys.flatMap(({ exact }) => exact));
    const unused = [...ENGLISH_TEXTS.keys()].filter(
      (key) => !used.has(key.replace(/_(one|other)$/, '')) && !FAMILIES.some((family) => key.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });

  it('holds no text for people', () => {
    const found = FILES.filter(({ path }) => path.endsWith('.tsx')).flatMap(({ path, code }) =>
      hardCodedText(path, code).map(({ line, text }) => `${path}:${line} ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it.each([
    ['text between tags', '<p>Save now</p>'],
    ['Chinese between tags', '<p>保存</p>'],
    ['a text in braces', "<p>{'Save'}</p>"],
    ['a text chosen by a condition', "<p>{busy ? 'Saving' : null}</p>"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text under test
    ['a template', '<p>{`Saved ${count}`}</p>'],
    ['aria-label', '<b aria-label="Save" />'],
    ['title in braces', "<b title={'Save'} />"],
    ['placeholder after a condition', "<b placeholder={busy ? 'Saving' : undefined} />"],
  ])('find %s', (_, jsx) => {
    expect(hardCodedText('planted.tsx', `const planted = ${jsx};`)).toHaveLength(1);
  });

  it.each([
    ['signs', '<p>▲ · 3 %</p>'],
    ['what nobody reads', "<p className={wide ? 'wide' : 'narrow'} data-kind=\"row\" />"],
    ['a translated text', "<p title={t('figure.rows')}>{t('figure.sql')}</p>"],
    ['a comparison', "<p>{kind === 'name' && value}</p>"],
  ])('pass %s', (_, jsx) => {
    expect(hardCodedText('innocent.tsx', `const innocent = ${jsx};`)).toEqual([]);
  });

  it('see literal, chosen and composed keys', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text under test
    const code = "t('a.b'); t(open ? 'c.d' : 'e.f'); i18n.t(`g.${name}` as Key); i18n.exists(`h.i`); other('j.k');";
    expect(keysIn('planted.ts', code)).toEqual({ exact: ['a.b', 'c.d', 'e.f', 'h.i'], families: ['g.'] });
  });
});

it('chooses a language: the one chosen before, else the browser’s, else English', () => {
  expect(languageFor(null, 'zh-TW')).toBe('zh-CN');
  expect(languageFor(null, 'de')).toBe('en');
  expect(languageFor('en', 'zh-CN')).toBe('en');
  expect(languageFor('klingon', 'zh')).toBe('zh-CN');
});

function exists(key: string): boolean {
  return ENGLISH_TEXTS.has(key) || ENGLISH_TEXTS.has(`${key}_other`);
}

function flat(texts: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, text]: [string, string | object]) =>
      typeof text === 'string' ? [[prefix + name, text] as const] : [...flat(text, `${prefix}${name}.`)],
    ),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, name = '']) => name).sort();
}

/** Two English words in a row, or one of four letters and more, beside the allowed ones. */
function isEnglish(text: string): boolean {
  const rest = text.replace(/\{\{[^}]+\}\}/g, '').replace(ENGLISH, '');
  return /[A-Za-z]{4,}|[A-Za-z]+ [A-Za-z]+/.test(rest);
}

function sources(): { path: string; code: string }[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('locales'))
    .sort()
    .map((path) => ({ path, code: readFileSync(`src/${path}`, 'utf8') }));
}
