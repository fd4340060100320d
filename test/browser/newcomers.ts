import { execFileSync } from 'node:child_process';

/** Creates, before all tests, the requesters for tests that need a requester of their own. */
export default function addNewcomers() {
  const root = new URL('../..', import.meta.url).pathname;
  process.env.MESA_NEWCOMERS = execFileSync('go', ['run', './test/running/newcomers', '80'], { cwd: root, encoding: 'utf8' });
}
