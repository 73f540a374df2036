import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Complaints } from '../../src/features/complaints/Complaints';
import { renderScreen } from '../support/fake-session';
import { factsWith, fakeSource } from '../support/fake-source';

const COMPLAINTS = factsWith(['complaint_no', 'received_at', 'model']);

function answer(sql: string): Record<string, unknown>[] {
  if (sql.includes('AS n0')) return [{ n0: 2, n1: 3 }];
  if (sql.includes(' AS g')) return [];
  if (sql.includes('complaint_no'))
    return [0, 1].map((row_id) => ({ row_id, complaint_no: `K${row_id}`, model: 'KS' }));
  return [{ row_id: 0 }, { row_id: 1 }];
}

it('counts for the headers only when the rows of the list have had time to come', async () => {
  const source = fakeSource({ complaint: COMPLAINTS, answer });
  const counts = () => source.asked.filter((sql) => sql.includes(' AS g')).length;
  const history = await renderScreen(Complaints, source, '/complaints');
  await expect.element(page.getByText('K0')).toBeVisible();
  await expect.poll(counts).toBe(1);
  const rows = () => source.asked.filter((sql) => sql.includes('complaint_no') && !sql.includes(' AS g')).length;
  const before = rows();
  history.push('/complaints?s=model%3DKS');
  await expect.poll(rows).toBe(before + 1);
  expect(counts()).toBe(1);
  await expect.poll(counts).toBe(2);
});
