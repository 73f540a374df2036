import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
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

test('a failure leads back to the review', async () => {
  await job.add(open.workspace, [csv('a', 3)]);
  const reviewed = items();
  vi.spyOn(open.workspace, 'import').mockRejectedValueOnce(new Error('The disk is gone'));
  await job.confirm(open.workspace);
  expect(job.getState()).toEqual({ kind: 'failed', cause: 'importing', message: 'The disk is gone' });
  job.resume();
  expect(items()).toEqual(reviewed);
});

function items(): readonly ReviewItem[] {
  const state = job.getState();
  return state.kind === 'review' ? state.items : [];
}
