import { readFileSync } from 'node:fs';
import { ROOT } from './root';

/** The content security policy as `public/_headers` words it, for tests that compare what is served with it. */
export function writtenPolicy(): string {
  const policy = readFileSync(`${ROOT}/public/_headers`, 'utf8').match(/Content-Security-Policy: (.*)/)?.[1];
  if (policy === undefined) throw new Error('public/_headers has no policy');
  return policy;
}
