import { existsSync } from 'node:fs';

/**
 * Launch options: the Chromium that is installed on this machine, and flags for running it in a container. The headless
 * shell is preferred. It is the same browser without windows, and needs half the processor time.
 */
export const chromium = {
  executablePath: process.env.CHROMIUM ?? ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
};
