import { useEffect, useRef } from 'react';
import { type Command, registry, type Scope } from './registry';

/**
 * Registers commands while the component is shown: for their keys, the help (`?`) and the palette (Ctrl+K). The latest
 * `run` is always called, so the array may be a new one in each render.
 */
export function useShortcuts(scope: Scope, commands: readonly (Command | false | undefined)[]): void {
  const available = commands.filter((command) => Boolean(command)) as Command[];
  const latest = useRef(available);
  latest.current = available;
  // The commands are registered again only if one of these attributes changes.
  const listed = JSON.stringify(
    available.map(({ id, label, keys, alias, keyOnly }) => [id, label, keys, alias, keyOnly]),
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
