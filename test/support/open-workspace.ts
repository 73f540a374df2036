import { EngineSession } from '../../src/data/engine/session';
import type { WorkspaceName } from '../../src/data/engine/workspace';
import type { ImportOptions, ImportReport } from '../../src/data/ingest/plan';
import { refusalReport } from '../../src/data/ingest/report';
import { type Opening, Workspace } from '../../src/data/workspace';

export interface OpenWorkspace {
  readonly workspace: Workspace;
  close(): Promise<void>;
}

/** Opens a workspace on the real engine, as the app does; what it holds stays. */
export async function openWorkspace(
  name: WorkspaceName = 'mine',
  options: { forceMemory?: boolean } = {},
  from?: Opening,
): Promise<OpenWorkspace> {
  const session = new EngineSession(name, options);
  const state = await session.open();
  if (state.kind !== 'ready') throw new Error(`The engine is ${JSON.stringify(state)}`);
  const workspace = await Workspace.open(state.engine, {}, from).catch(async (error) => {
    await session.close();
    throw error;
  });
  return {
    workspace,
    close: async () => {
      workspace.close();
      await session.close();
    },
  };
}

/** The same, empty. */
export async function emptyWorkspace(
  name: WorkspaceName = 'mine',
  options: { forceMemory?: boolean } = {},
): Promise<OpenWorkspace> {
  const open = await openWorkspace(name, options);
  await open.workspace.clear();
  return open;
}

/** Analyses and imports files without a review. */
export async function importFiles(
  workspace: Workspace,
  files: readonly File[],
  options: ImportOptions = {},
): Promise<ImportReport[]> {
  const results = [];
  for (const file of files) results.push({ file, plan: await workspace.analyse(file, options) });
  const requests = results.flatMap(({ file, plan }) => ('refused' in plan ? [] : [{ file, plan }]));
  const reports = await workspace.import(requests);
  return results.map(({ plan }) => ('refused' in plan ? refusalReport(plan) : (reports.shift() as ImportReport)));
}

/** A file of the sample, through the development server. */
export async function sampleFile(name: string): Promise<File> {
  const response = await fetch(`/sample/${encodeURIComponent(name)}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new File([await response.blob()], name);
}
