import { readdirSync, readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/locales/en/index';
import { zhCN } from '../../src/locales/zh-CN/index';

interface Code {
  readonly code: string;
  /** Details that go with it; undefined when they are not written out where the code is. */
  readonly details: readonly string[] | undefined;
}

const CODES = sources('src/data').flatMap(codesIn);

describe('problems', () => {
  it('are all seen', () => {
    const codes = CODES.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['emptyFile', 'noReceivedAt', 'noShippedAt', 'zoneDropped', 'diskFull']),
    );
  });

  it.each([
    ['en', en.problem],
    ['zh-CN', zhCN.problem],
  ])('each have a text in %s, and each text a problem', (_, texts) => {
    const worded = new Set(Object.keys(texts).map((key) => key.replace(/_(one|other)$/, '')));
    expect([...worded].sort()).toEqual([...new Set(CODES.map(({ code }) => code))].sort());
  });

  it('bring along what their texts name', () => {
    const missing = CODES.flatMap(({ code, details }) =>
      Object.entries(en.problem)
        .filter(([key]) => key.replace(/_(one|other)$/, '') === code)
        .flatMap(([, text]) => placeholders(text))
        .filter((name) => details !== undefined && !details.includes(name))
        .map((name) => `${code}: ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the collector', () => {
  it.each([
    ["problem('note', 'a', { column })", [{ code: 'a', details: ['column'] }]],
    [
      "problem('ask', late ? 'a' : 'b')",
      [
        { code: 'a', details: [] },
        { code: 'b', details: [] },
      ],
    ],
    ["refuse('a', { kind: 1 })", [{ code: 'a', details: ['kind', 'file'] }]],
    ["const found = { level: 'error', code: 'a', details: { free } }", [{ code: 'a', details: ['free'] }]],
    [
      "const all = [['a', 1], ['b', 2]]; for (const [code] of all) problem('note', code, { cells })",
      [
        { code: 'a', details: ['cells'] },
        { code: 'b', details: ['cells'] },
      ],
    ],
  ])('sees %s', (code, expected) => {
    expect(codesIn({ file: 'planted.ts', code })).toEqual(expected);
  });
});

/** Codes that a file can give a problem: by `problem(level, code, details)`, `refuse(code, details)` or as an object. */
function codesIn({ file, code }: { readonly file: string; readonly code: string }): Code[] {
  const found: Code[] = [];
  const tables: string[] = [];
  const open: (readonly string[] | undefined)[] = [];
  new Visitor({
    ArrayExpression: ({ elements }) => {
      if (elements[0]?.type === 'Literal' && typeof elements[0].value === 'string') tables.push(elements[0].value);
    },
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type !== 'Identifier' || !['problem', 'refuse'].includes(callee.name)) return;
      const [named, details] = callee.name === 'problem' ? given.slice(1) : given;
      // Every refusal names its file.
      const brought = [...(namesOf(details) ?? []), ...(callee.name === 'refuse' ? ['file'] : [])];
      const codes = literalsOf(named);
      if (codes.length === 0) open.push(brought);
      found.push(...codes.map((one) => ({ code: one, details: brought })));
    },
    ObjectExpression: ({ properties }) => {
      const at = (name: string) =>
        properties.flatMap((property) =>
          property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === name
            ? [property.value]
            : [],
        )[0];
      if (at('level') === undefined) return;
      found.push(...literalsOf(at('code')).map((one) => ({ code: one, details: namesOf(at('details')) })));
    },
  }).visit(parseSync(file, code).program);
  return [...found, ...open.flatMap((details) => tables.map((one) => ({ code: one, details })))];
}

function literalsOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === 'ConditionalExpression') return [...literalsOf(node.consequent), ...literalsOf(node.alternate)];
  return node.type === 'Literal' && typeof node.value === 'string' ? [node.value] : [];
}

/** Names of an object's properties; undefined when it cannot be told. */
function namesOf(node: unknown): string[] | undefined {
  if (node === undefined) return [];
  if (!isNode(node) || node.type !== 'ObjectExpression') return undefined;
  return (node.properties as { key?: { name?: string } }[]).flatMap(({ key }) => key?.name ?? []);
}

function isNode(node: unknown): node is { type: string; [field: string]: unknown } {
  return typeof node === 'object' && node !== null && 'type' in node;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name);
}

function sources(folder: string): { file: string; code: string }[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // The engine refuses statements, with words of its own.
      .filter((path) => path.endsWith('.ts') && !path.startsWith('engine/'))
      .map((path) => ({ file: path, code: readFileSync(`${folder}/${path}`, 'utf8') }))
  );
}
