import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Workspace } from '../../src/data/workspace';
import { ImportJob, type JobState, type ReviewItem } from '../../src/session/import-job';
import { emptyWorkspace, type OpenWorkspace } from '../support/open-workspace';

const csv = (name: string, rows: number) =>
  new File(
    [
      `complaint_no,received_at\n${Array.from({ length: rows }, (_, at) => `${name}${at},2024-01-02 10:00`).join('\n')}\n`,
    ],
    `${name}.csv`,
  );

let open: OpenWorkspace;
let job: ImportJob;
let states: JobState['kind'][];

beforeAll(async () => {
  open = await emptyWorkspace('mine', { forceMemory: true });
});
afterAll(() => open.close());
beforeEach(async () => {
  await open.workspace.clear();
  job = new ImportJob();
  states = [];
  job.subscribe(() => {
    const { kind } = job.getState();
    if (states.at(-1) !== kind) states.push(kind);
  });
});

describe('an import', () => {
  test('goes from files by way of a review to a report', async () => {
    await job.add(open.workspace, [csv('a', 3), csv('b', 2)]);
    expect(items().map(({ file }) => file.name)).toEqual(['a.csv', 'b.csv']);
    await job.confirm(open.workspace);
    expect(states).toEqual(['analysing', 'review', 'importing', 'done']);
    expect(open.workspace.facts.complaint.rows).toBe(5);
    job.dismiss();
    expect(job.getState()).toEqual({ kind: 'idle' });
  });

  test('is not begun twice by two clicks', async () => {
    await job.add(open.workspace, [csv('a', 3)]);
    await Promise.all([job.confirm(open.workspace), job.confirm(open.workspace)]);
    expect(open.workspace.journal).toHaveLength(1);
  });

  test('takes more files beside those under review, each known by its own number', async () => {
    await job.add(open.workspace, [csv('a', 3)]);
    await job.add(open.workspace, [csv('a', 3)]);
    const [first, second] = items();
    expect(first?.id).not.toBe(second?.id);
    job.remove(first?.id ?? 0);
    expect(items()).toEqual([second]);
    job.remove(second?.id ?? 0);
    expect(job.getState().kind).toBe('idle');
  });

  test('looks at a file again under what the user says', async () => {
    await job.add(open.workspace, [csv('a', 3)]);
    const [before] = items();
    await job.revise(open.workspace, before?.id ?? 0, { mapping: { complaint_no: 'serial_no' } });
    const [after] = items();
    expect(after?.id).toBe(before?.id);
    expect(after?.result).toMatchObject({ columns: [{ target: 'serial_no' }, { target: 'received_at' }] });
  });
});

describe('cancelled', () => {
  test('while it looks at files, it keeps those seen before', async () => {
    await job.add(open.workspace, [csv('a', 3)]);
    const adding = job.add(open.workspace, [csv('b', 200_000)]);
    job.cancel();
    await adding;
    expect(items().map(({ file }) => file.name)).toEqual(['a.csv']);
  });

  test('while it imports, it goes back to the review and nothing has changed', async () => {
    await job.add(open.workspace, [csv('b', 200_000)]);
    const importing = job.confirm(open.workspace);
    expect(job.getState().kind).toBe('importing');
    job.cancel();
    await importing;
    expect(items()).toHaveLength(1);
    expect(open.workspace.facts.complaint.rows).toBe(0);
    await job.confirm(open.workspace);
    expect(open.workspace.facts.complaint.rows).toBe(200_000);
  });

  test('while the sample comes, it takes none of it', async () => {
    const running = job.run(open.workspace, async () => [csv('a', 3), csv('b', 200_000)]);
    await new Promise<void>((resolve) => {
      const leave = job.subscribe(() => {
        const state = job.getState();
        if (state.kind === 'analysing' && state.progress.file === 'b.csv') resolve(leave() as never);
      });
    });
    job.cancel();
    await running;
    expect(job.getState()).toEqual({ kind: 'idle' });
    expect(open.workspace.journal).toEqual([]);
  });
});

describe('a file that is read anew', () => {
  beforeEach(() => imported(csv('a', 3), csv('b', 2)));

  test('is put up for review once, and not at all when its import is taken back', async () => {
    const [a, b] = open.workspace.journal;
    if (a === undefined || b === undefined) throw new Error('Nothing was imported');
    await job.reopen(open.workspace, a);
    await job.reopen(open.workspace, b);
    await job.reopen(open.workspace, a);
    expect(items().map(({ revises }) => revises)).toEqual([a.id, b.id]);
    await job.undo(open.workspace, a.id);
    expect(items().map(({ revises }) => revises)).toEqual([b.id]);
    await job.confirm(open.workspace);
    expect(job.getState().kind).toBe('done');
    expect(open.workspace.facts.complaint.rows).toBe(2);
  });

  test('does not come in again when the rest fails', async () => {
    for (const entry of open.workspace.journal) await job.reopen(open.workspace, entry);
    const revise = open.workspace.revise.bind(open.workspace);
    vi.spyOn(open.workspace, 'revise').mockImplementationOnce(revise).mockRejectedValueOnce(new Error('No space'));
    await job.confirm(open.workspace);
    expect(job.getState()).toEqual({ kind: 'failed', cause: 'importing', message: 'No space' });
    job.resume();
    expect(items()).toHaveLength(1);
    expect(open.workspace.journal.filter(({ revision }) => revision === 1)).toHaveLength(1);
    await job.confirm(open.workspace);
    expect(open.workspace.journal.map(({ revision }) => revision)).toEqual([1, 1]);
  });

  test('leaves the rows of a new file beside it to be counted as its own', async () => {
    const [a] = open.workspace.journal;
    if (a !== undefined) await job.reopen(open.workspace, a);
    await job.add(open.workspace, [csv('c', 7)]);
    // How often it tells depends on how fast it is.
    const take = open.workspace.import.bind(open.workspace);
    vi.spyOn(open.workspace, 'import').mockImplementationOnce((requests, hooks) => {
      hooks?.onProgress?.({ step: 'loading', file: 'c.csv', at: 1, of: 1, bytes: 1, total: 2 });
      return take(requests, hooks);
    });
    const counted = new Set<number | undefined>();
    job.subscribe(() => {
      const state = job.getState();
      if (state.kind === 'importing' && state.progress.file === 'c.csv') counted.add(state.records);
    });
    await job.confirm(open.workspace);
    expect([...counted]).toEqual([7]);
  });
});

test('what was looked at for one workspace does not come into another', async () => {
  await job.add(open.workspace, [csv('a', 3)]);
  await job.confirm({ name: 'sample' } as Workspace);
  expect(job.getState()).toEqual({ kind: 'idle' });
  await job.add(open.workspace, [csv('b', 2)]);
  expect(items().map(({ file }) => file.name)).toEqual(['b.csv']);
});

test('a failure leads back to the review', async () => {
  await job.add(open.workspace, [csv('a', 3)]);
  const reviewed = items();
  vi.spyOn(open.workspace, 'import').mockRejectedValueOnce(new Error('The disk is gone'));
  await job.confirm(open.workspace);
  expect(job.getState()).toEqual({ kind: 'failed', cause: 'importing', message: 'The disk is gone' });
  job.resume();
  expect(items()).toEqual(reviewed);
});

async function imported(...files: File[]): Promise<void> {
  await job.add(open.workspace, files);
  await job.confirm(open.workspace);
  job.dismiss();
}

function items(): readonly ReviewItem[] {
  const state = job.getState();
  return state.kind === 'review' ? state.items : [];
}
