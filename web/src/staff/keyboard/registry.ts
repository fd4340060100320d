import { type Press, strokesOf, textOfPress } from './keys';

/** The scopes from outermost to innermost. If two scopes have the same shortcut, the inner one applies. */
export const scopes = ['page', 'list', 'ticket', 'dialog'] as const;
export type Scope = (typeof scopes)[number];

/** A command that is available now: with a shortcut, in the palette, or both. */
export interface Command {
  id: string;
  /** The name in the palette and the help. */
  label: string;
  /** `j`, `?`, `mod+k` or a sequence such as `g m`; undefined if the command is only in the palette. */
  keys?: string;
  /** More shortcuts for the command. The help does not list them. */
  alias?: readonly string[];
  /** Whether the palette omits the command because it is useful only as a key, such as for going to the next row. */
  keyOnly?: boolean;
  run: () => void;
}

interface Layer {
  scope: Scope;
  /** Increases with each added layer. In the same scope, later layers take precedence. */
  order: number;
  commands: readonly Command[];
}

/** The maximum time between two keys of a sequence, in milliseconds. */
const sequenceTimeout = 1200;

/**
 * The commands that are available on the page. Each component adds a layer of commands while it is shown. Layers are
 * ordered by scope, innermost first, and then by age, newest first.
 */
export class Registry {
  private layers: Layer[] = [];
  private count = 0;
  private listeners = new Set<() => void>();
  private sequence: string[] = [];
  private sequenceStart = 0;

  /** Adds a layer and returns a function that removes it. */
  add(scope: Scope, commands: readonly Command[]): () => void {
    this.count += 1;
    const layer = { scope, order: this.count, commands };
    this.layers = [...this.layers, layer].sort(
      (a, b) => scopes.indexOf(b.scope) - scopes.indexOf(a.scope) || b.order - a.order,
    );
    this.notify();
    return () => {
      this.layers = this.layers.filter((other) => other !== layer);
      this.notify();
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Returns the current layers in order. The array is a new one after each change. */
  snapshot = (): readonly Layer[] => this.layers;

  /** Returns the commands of a scope, without those whose shortcut an earlier layer overrides. */
  inScope(scope: Scope): Command[] {
    const usedKeys = new Set<string>();
    const found: Command[] = [];
    for (const layer of this.layers) {
      for (const command of layer.commands) {
        if (command.keys && usedKeys.has(command.keys)) continue;
        if (command.keys) usedKeys.add(command.keys);
        if (layer.scope === scope) found.push(command);
      }
    }
    return found;
  }

  /**
   * Handles a key press. Returns the command that it completes, or 'begun' if it may start a sequence. Scopes outside
   * of `from` are ignored, because a dialog covers the page.
   */
  press(press: Press, now: number, from: Scope = 'page'): Command | 'begun' | undefined {
    const stroke = textOfPress(press);
    const sequence = now - this.sequenceStart > sequenceTimeout ? [] : this.sequence;
    this.sequence = [];
    // A key that does not continue the sequence may start another one.
    for (const strokes of sequence.length > 0 ? [[...sequence, stroke], [stroke]] : [[stroke]]) {
      let begins = false;
      for (const layer of this.layers) {
        if (scopes.indexOf(layer.scope) < scopes.indexOf(from)) continue;
        for (const command of layer.commands) {
          for (const keys of [command.keys, ...(command.alias ?? [])]) {
            if (!keys) continue;
            const expected = strokesOf(keys);
            if (!strokes.every((stroke, i) => stroke === expected[i])) continue;
            if (expected.length === strokes.length) return command;
            begins = true;
          }
        }
      }
      if (begins) {
        this.sequence = strokes;
        this.sequenceStart = now;
        return 'begun';
      }
    }
    return undefined;
  }

  private notify() {
    for (const listener of this.listeners) listener();
  }
}

export const registry = new Registry();
