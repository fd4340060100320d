import { execFileSync } from 'node:child_process';

/** Adds requesters for tests that need one of their own. Workers run concurrently and may be restarted. */
export default function addNewcomers() {
  const root = new URL('../..', import.meta.url).pathname;
  process.env.MESA_NEWCOMERS = execFileSync('go', ['run', './test/running/newcomers', '80'], { cwd: root, encoding: 'utf8' });
}
