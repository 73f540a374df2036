import type { ImportJob } from './import-job';
import type { Session } from './session';

/** The files of the sample factory that ship with the app, beside the page. */
async function sampleFiles(): Promise<File[]> {
  const folder = new URL('sample/', document.baseURI);
  const names: string[] = await (await fetched(new URL('index.json', folder))).json();
  return Promise.all(
    names.map(
      async (name) => new File([await (await fetched(new URL(encodeURIComponent(name), folder))).blob()], name),
    ),
  );
}

async function fetched(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response;
}

/** Opens the sample workspace, filling it through the ordinary import the first time. */
export async function openSample(session: Session, job: ImportJob): Promise<void> {
  const state = await session.use('sample');
  if (state.kind !== 'ready' || state.workspace.journal.length > 0) return;
  await job.run(state.workspace, sampleFiles);
}
