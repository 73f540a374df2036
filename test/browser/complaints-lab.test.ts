import { expect, it } from 'vitest';
import { EngineSession } from '../../src/data/engine/session';
import { createStatements, viewStatements } from '../../src/data/schema/tables';
import { SCHEMAS, SQL_TYPES, identifier } from '../../src/data/schema/columns';

it('lab', async () => {
  const s = new EngineSession('mine');
  const state = await s.open();
  if (state.kind !== 'ready') throw new Error(state.kind);
  const { engine } = state;
  const N = 1_000_000;
  const cols = SCHEMAS.complaint.columns.filter((_, i) => i % 2 === 0 || i < 30);
  const expr = (name: string, kind: string) => {
    if (kind === 'key') return `'TS' || lpad(CAST(i AS VARCHAR), 9, '0') || '${name.slice(0, 2)}'`;
    if (kind === 'time') return `TIMESTAMP '2023-01-01' + INTERVAL (i) MINUTE`;
    if (kind === 'number') return `CAST(hash(i) % 10000 AS DOUBLE)/100`;
    if (kind === 'integer') return `CAST(hash(i) % 10 AS BIGINT)`;
    if (kind === 'boolean') return `i % 3 = 0`;
    if (kind === 'text') return `'使用约6个月，屏幕出现干烧提示就停了。已发照片。' || i`;
    return `'值' || (hash(i, '${name}') % 20)`;
  };
  await engine.transaction(async (write) => {
    for (const { sql } of await engine.run<{ sql: string }>(`SELECT 'DROP VIEW "' || view_name || '"' AS sql FROM duckdb_views() WHERE NOT internal UNION ALL SELECT 'DROP TABLE "' || table_name || '"' FROM duckdb_tables() WHERE NOT internal AND NOT temporary`).catch(() => [])) await write(sql);
    for (const sql of createStatements()) await write(sql);
    await write(`CREATE OR REPLACE TABLE complaint_rows AS SELECT ${cols.map((c) => `CAST(${expr(c.name, c.kind)} AS ${SQL_TYPES[c.kind]}) AS ${identifier(c.name)}`).join(', ')}, i%5>0 AS is_reported, i%5>1 AS is_quality, i%5>2 AS is_confirmed, i%50=0 AS is_safety, i%5=2 AS is_unjudged, 1 AS source_file, CAST(i AS INTEGER) AS source_row, CAST(NULL AS VARCHAR[]) AS cell_issues FROM range(${N}) t(i)`);
    for (const sql of viewStatements('complaint', cols.map((c) => c.name))) await write(sql);
  });
  const shown = cols.slice(0, 16).map((c) => identifier(c.name)).join(', ');
  const all = '*';
  const rnd = (seed: number) => { let x = seed; return () => (x = (x * 1103515245 + 12345) % 2147483648) / 2147483648; };
  const out: string[] = [];
  const time = async (label: string, make: (r: () => number) => string, n = 12) => {
    const t: number[] = [];
    for (let k = 0; k < n; k++) {
      const sql = make(rnd(k * 977 + 13));
      const a = performance.now();
      const rows = await engine.run(sql);
      t.push(performance.now() - a);
      if (k === 0) out.push(`   rows ${rows.length}`);
    }
    t.sort((a, b) => a - b);
    out.push(`${label}: p50 ${t[Math.floor(n / 2)]?.toFixed(1)} max ${t.at(-1)?.toFixed(1)}`);
  };
  const ids = (r: () => number, n = 100) => Array.from({ length: n }, () => Math.floor(r() * N));
  const dense = (r: () => number, n = 100, step = 5) => { const a = Math.floor(r() * (N - n * step)); return Array.from({ length: n }, (_, i) => a + i * step); };

  const semi = (list: number[]) => `SELECT row_id, ${shown} FROM complaint WHERE row_id IN (SELECT v FROM (VALUES ${list.map((i) => `(${i})`).join(',')}) t(v))`;
  const chunks = (list: number[], n: number) => Array.from({ length: Math.ceil(list.length / n) }, (_, i) => list.slice(i * n, (i + 1) * n));
  await time('warm', (r) => semi(ids(r, 50)));
  await time('range view 100', (r) => { const a = Math.floor(r() * (N - 100)); return `SELECT row_id, ${shown} FROM complaint WHERE row_id BETWEEN ${a} AND ${a + 99}`; });
  await time('range + IN 100 step 5', (r) => { const d = dense(r); return `SELECT row_id, ${shown} FROM complaint WHERE row_id BETWEEN ${d[0]} AND ${d.at(-1)} AND row_id IN (${d.join(',')})`; });
  await time('range + IN 100 step 50', (r) => { const d = dense(r, 100, 50); return `SELECT row_id, ${shown} FROM complaint WHERE row_id BETWEEN ${d[0]} AND ${d.at(-1)} AND row_id IN (${d.join(',')})`; });
  await time('semi 50s 100 step 5', (r) => chunks(dense(r), 50).map(semi).join(' UNION ALL '));
  await time('semi 50s 100 step 50', (r) => chunks(dense(r, 100, 50), 50).map(semi).join(' UNION ALL '));
  await time('semi 100', (r) => semi(ids(r)));
  await time('semi 50s of 100 sorted', (r) => chunks(ids(r).sort((a, b) => a - b), 50).map(semi).join(' UNION ALL '));
  await time('semi 50s of 100', (r) => chunks(ids(r), 50).map(semi).join(' UNION ALL '));
  await time('semi 25s of 100', (r) => chunks(ids(r), 25).map(semi).join(' UNION ALL '));
  await time('semi 50', (r) => semi(ids(r, 50)));
  await time('semi 50 with nothing but id', (r) => semi(ids(r, 50)).replace(`row_id, ${shown}`, 'row_id'));
  try { await engine.run('SET dynamic_or_filter_threshold = 1000'); out.push('threshold can be set'); await time('semi 100 thr', (r) => semi(ids(r))); } catch (e) { out.push(String(e)); }
  for (const form of ['SELECT row_id, model FROM complaint WHERE row_id IN (5, 500000, 900000)', 'SELECT row_id, model FROM complaint WHERE row_id IN (SELECT v FROM (VALUES (5), (500000), (900000)) t(v))'])
    out.push(JSON.stringify(await engine.run(`EXPLAIN ${form}`)).replaceAll('\\n', '\n').slice(0, 3500));
  console.log(out.join('\n'));
  await s.close();
  expect(1).toBe(1);
}, 300_000);
