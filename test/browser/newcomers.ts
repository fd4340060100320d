import { execFileSync } from 'node:child_process';

/** Adds the requesters that tests have for themselves: two workers may run beside each other, and may be begun anew. */
export default function addNewcomers() {
  const root = new URL('../..', import.meta.url).pathname;
  process.env.MESA_NEWCOMERS = execFileSync('go', ['run', './test/running/newcomers', '80'], { cwd: root, encoding: 'utf8' });
}
