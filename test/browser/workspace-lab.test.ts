import { afterAll, expect, it } from 'vitest';
import { EngineSession } from '../../src/data/engine/session';
import { Workspace } from '../../src/data/workspace';

const session = new EngineSession('mine', { forceMemory: false });
afterAll(() => session.close());

it('imports a file', async () => {
  const state = await session.open();
  if (state.kind !== 'ready') throw new Error(JSON.stringify(state));
  const workspace = await Workspace.open(state.engine);
  await workspace.clear();
  const text = '客诉编号,受理时间,产品型号,故障现象,严重程度,费用\n' + Array.from({ length: 1000 }, (_, i) => `K${i},2025-0${(i % 9) + 1}-1${i % 9} 10:00:00,M${i % 5},漏水,严重,${i % 100 === 7 ? 'abc' : i}`).join('\n') + '\nK5,2025-02-30,M1,漏水,一般,3\nK6,2025-02-28,M1,漏水,一般,3\nbad row\n';
  const plan = await workspace.analyse(new File([text], 'a.csv'));
  console.log(JSON.stringify(plan).slice(0, 3000));
  if ('refused' in plan) throw new Error('refused');
  const reports = await workspace.import([{ file: new File([text], 'a.csv'), plan }]);
  console.log(JSON.stringify(reports, null, 1));
  console.log(JSON.stringify(await workspace.run('select count(*) n, max(row_id) m, count(distinct complaint_no) k from complaint')));
  console.log(JSON.stringify(await workspace.run('select * from rejected')));
  console.log(JSON.stringify(await workspace.run('select * from complaint_issue limit 3')));
  console.log(JSON.stringify(workspace.facts.complaint), workspace.version);
  console.log(JSON.stringify(await workspace.sourceRecord(1, 500)));
  expect(reports[0]?.rowsAccepted).toBe(1000);
});
