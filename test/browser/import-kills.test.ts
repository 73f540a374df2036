import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mortal } from '../support/mortal';
import { emptyWorkspace, importFiles, type OpenWorkspace, openWorkspace } from '../support/open-workspace';

const HEADER = '客诉编号,受理时间,产品型号,故障现象,费用\n';
const line = (n: number, mode: string) => `K${n},2025-0${(n % 9) + 1}-10 08:00,KS-17W,${mode},${n}\n`;
const month = (name: string, from: number, to: number, mode = '漏水') =>
  new File(
    [HEADER, ...Array.from({ length: to - from }, (_, n) => line(from + n, mode)), 'K1,never,KS-17W,漏水,1\n'],
    name,
  );

let open: OpenWorkspace;
beforeEach(async () => {
  open = await emptyWorkspace();
});
afterEach(() => open.close());

/** Everything that a person would find. */
const state = async () => {
  const { workspace } = open;
  const list = (folder: string) => workspace.files.list(folder);
  return {
    rows: await workspace.run('SELECT complaint_no, failure_mode, source_file, row_id FROM complaint ORDER BY row_id'),
    rejected: await workspace.run('SELECT source_file, record FROM rejected ORDER BY ALL'),
    journal: workspace.journal.map(({ id, hash, difference }) => [id, hash, difference]),
    undone: workspace.undone.map(({ id }) => id),
    version: workspace.version,
    tables: await workspace.run(
      'SELECT table_name FROM duckdb_tables() WHERE NOT internal AND NOT temporary ORDER BY ALL',
    ),
    files: [await list('raw'), await list('journal'), await list('changes'), await list('undone')],
    temporary: await list('temporary'),
  };
};

async function reopen(): Promise<void> {
  await open.close();
  open = await openWorkspace();
}

/** A few steps spread over all, and each of the last ones, where rows and journal change. */
function telling(steps: number): number[] {
  const spread = Array.from({ length: 3 }, (_, at) => 1 + Math.floor((at * steps) / 3));
  const last = Array.from({ length: 6 }, (_, at) => steps - at);
  return [...new Set([...spread, ...last])].filter((at) => at >= 1).sort((a, b) => a - b);
}

/** Steps of an act, by doing it once in a workspace made by `prepare`. */
async function stepsOf(prepare: () => Promise<void>, act: () => Promise<unknown>) {
  await prepare();
  const before = await state();
  const life = mortal(open);
  await act();
  const { steps } = life;
  await reopen();
  return { before, after: await state(), steps };
}

interface Act {
  readonly name: string;
  readonly prepare: () => Promise<void>;
  readonly act: () => Promise<unknown>;
}

describe.each<Act>([
  {
    name: 'an import over rows that it changes',
    act: async () => importFiles(open.workspace, [month('b.csv', 10, 30, '异味')]),
    prepare: async () => void (await importFiles(open.workspace, [month('a.csv', 0, 20)])),
  },
  {
    name: 'an undo of an import on which another stands',
    act: async () => open.workspace.undo(1),
    prepare: async () => {
      await importFiles(open.workspace, [month('a.csv', 0, 20)]);
      await importFiles(open.workspace, [month('b.csv', 10, 30, '异味')]);
    },
  },
])('$name', ({ act, prepare }) => {
  it('has happened or not when the tab dies, wherever that is', { timeout: 600_000 }, async () => {
    const { before, after, steps } = await stepsOf(prepare, act);
    expect(before).not.toEqual(after);
    const ends: string[] = [];
    for (const at of telling(steps.length)) {
      await open.workspace.clear();
      await prepare();
      const { steps: lived } = mortal(open, at);
      await act().catch(() => undefined);
      await reopen();
      const found = await state();
      const happened = found.journal.length === after.journal.length && found.undone.length === after.undone.length;
      expect(found, `died at ${at}: ${lived.at(-1)}`).toEqual(happened ? after : before);
      ends.push(happened ? 'after' : 'before');
      await importFiles(open.workspace, [month('next.csv', 100, 103)]);
      expect(
        await open.workspace.run("SELECT count(*) AS n FROM complaint WHERE complaint_no IN ('K100', 'K102')"),
      ).toEqual([{ n: 2 }]);
    }
    expect([...new Set(ends)]).toEqual(['before', 'after']);
  });
});

it('a full disk in the middle leaves everything as it was, and room lets the import in', {
  timeout: 300_000,
}, async () => {
  await importFiles(open.workspace, [month('a.csv', 0, 20)]);
  const before = await state();
  const file = month('b.csv', 10, 30, '异味');
  const { write } = open.workspace.files;
  for (const folder of ['changes/', 'journal/']) {
    open.workspace.files.write = async (path, content) => {
      if (path.startsWith(folder)) throw new DOMException('The disk is full', 'QuotaExceededError');
      return write(path, content);
    };
    await expect(importFiles(open.workspace, [file])).rejects.toThrow('full');
    open.workspace.files.write = write;
    expect(await state(), folder).toEqual(before);
  }
  const { remove } = open.workspace.files;
  open.workspace.files.remove = async (path) => {
    if (path.startsWith('journal/')) throw new DOMException('The disk is broken', 'InvalidStateError');
    return remove(path);
  };
  await expect(open.workspace.undo(1)).rejects.toThrow('broken');
  open.workspace.files.remove = remove;
  await reopen();
  expect(await state()).toEqual(before);
  await importFiles(open.workspace, [file]);
  expect(open.workspace.journal).toHaveLength(2);
});
