import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Creates, before all tests, the requesters for tests that need a requester of their own, and a folder for the claims. */
export default function addNewcomers() {
  const root = new URL('../..', import.meta.url).pathname;
  process.env.MESA_NEWCOMERS = execFileSync('go', ['run', './test/running/newcomers', '80'], { cwd: root, encoding: 'utf8' });
  const claims = mkdtempSync(join(tmpdir(), 'mesa-newcomers-'));
  process.env.MESA_CLAIMS = claims;
  return () => rmSync(claims, { recursive: true });
}
