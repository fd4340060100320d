import { useEffect, useRef } from 'react';
import { type Command, registry, type Scope } from './registry';

/**
 * Adds commands while the component is shown: they work by their keys, are listed in the help (`?`) and found in the palette
 * (Ctrl+K). `run` is the newest one, so the array may be made anew in each render.
 */
export function useShortcuts(scope: Scope, commands: readonly (Command | false | undefined)[]): void {
  const there = commands.filter((command) => Boolean(command)) as Command[];
  const latest = useRef(there);
  latest.current = there;
  // Another registration is needed only when what is listed changes.
  const listed = JSON.stringify(
    there.map(({ id, label, keys, alias, keyOnly }) => [id, label, keys, alias, keyOnly]),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `listed` stands for the commands
  useEffect(
    () =>
      registry.add(
        scope,
        latest.current.map((command) => ({
          ...command,
          run: () => latest.current.find(({ id }) => id === command.id)?.run(),
        })),
      ),
    [scope, listed],
  );
}
