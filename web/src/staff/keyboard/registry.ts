import { type Press, strokesOf, writtenOf } from './keys';

/** From the least to the most particular: where two know a shortcut, the more particular one has it. */
export const scopes = ['page', 'list', 'ticket', 'dialog'] as const;
export type Scope = (typeof scopes)[number];

/** Something that can be done where the person is: by its shortcut, from the palette, or both. */
export interface Command {
  id: string;
  /** What it does, as the palette and the help name it. */
  label: string;
  /** `j`, `?`, `mod+k`, `g m` (one after the other); left out where only the palette has it. */
  keys?: string;
  /** Other shortcuts of the same, which the help does not list. */
  alias?: readonly string[];
  /** Left out of the palette: what only makes sense by its key, such as going to the next row. */
  keyOnly?: boolean;
  run: () => void;
}

interface Layer {
  scope: Scope;
  /** In the order they came: a later one is nearer to the person. */
  order: number;
  commands: readonly Command[];
}

/** How long a sequence waits for its next key. */
const patience = 1200;

/**
 * The shortcuts of what is on the page. Each component that has some adds a layer while it is shown; the more particular
 * scope, and in one scope the later layer, comes first.
 */
export class Registry {
  private layers: Layer[] = [];
  private count = 0;
  private listeners = new Set<() => void>();
  private begun: string[] = [];
  private begunAt = 0;

  /** Adds a layer; what it returns takes it away. */
  add(scope: Scope, commands: readonly Command[]): () => void {
    this.count += 1;
    const layer = { scope, order: this.count, commands };
    this.layers = [...this.layers, layer].sort(
      (a, b) => scopes.indexOf(b.scope) - scopes.indexOf(a.scope) || b.order - a.order,
    );
    this.tell();
    return () => {
      this.layers = this.layers.filter((other) => other !== layer);
      this.tell();
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The layers now, nearest first; another array whenever they change. */
  snapshot = (): readonly Layer[] => this.layers;

  /** What can be done now, scope by scope; a shortcut that a nearer layer has taken is not listed again. */
  inScope(scope: Scope): Command[] {
    const taken = new Set<string>();
    const found: Command[] = [];
    for (const layer of this.layers) {
      for (const command of layer.commands) {
        if (command.keys && taken.has(command.keys)) continue;
        if (command.keys) taken.add(command.keys);
        if (layer.scope === scope) found.push(command);
      }
    }
    return found;
  }

  /**
   * Takes a press: the command it completes, or 'begun' when it may begin a longer one. `from` leaves out the scopes below,
   * as a dialog covers the page.
   */
  press(press: Press, now: number, from: Scope = 'page'): Command | 'begun' | undefined {
    const written = writtenOf(press);
    const before = now - this.begunAt > patience ? [] : this.begun;
    this.begun = [];
    // Who changes their mind in a sequence begins anew with this key.
    for (const strokes of before.length > 0 ? [[...before, written], [written]] : [[written]]) {
      let begins = false;
      for (const layer of this.layers) {
        if (scopes.indexOf(layer.scope) < scopes.indexOf(from)) continue;
        for (const command of layer.commands) {
          for (const keys of [command.keys, ...(command.alias ?? [])]) {
            if (!keys) continue;
            const wanted = strokesOf(keys);
            if (!strokes.every((stroke, i) => stroke === wanted[i])) continue;
            if (wanted.length === strokes.length) return command;
            begins = true;
          }
        }
      }
      if (begins) {
        this.begun = strokes;
        this.begunAt = now;
        return 'begun';
      }
    }
    return undefined;
  }

  private tell() {
    for (const listener of this.listeners) listener();
  }
}

export const registry = new Registry();
