import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Before all tests, adds requesters that only one test each uses, and creates the folder that records which requesters are in
 * use.
 */
export default function addNewcomers() {
  const root = new URL('../..', import.meta.url).pathname;
  process.env.MESA_NEWCOMERS = execFileSync('go', ['run', './test/running/newcomers', '80'], { cwd: root, encoding: 'utf8' });
  const claims = mkdtempSync(join(tmpdir(), 'mesa-newcomers-'));
  process.env.MESA_CLAIMS = claims;
  return () => rmSync(claims, { recursive: true });
}
