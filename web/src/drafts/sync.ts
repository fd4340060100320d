import { Problem } from '../api/problem';
import type { Calls, Saved } from './remote';
import type { Draft } from './store';

/** After the last key, and at most so long after the first. */
const pause = 2_500;
const longest = 10_000;
const again = 15_000;

interface Told<Value> {
  saved: (draft: Draft<Value>, savedAt: string) => void;
  replaced: (found: NonNullable<Saved['replaced']>) => void;
}

/**
 * Keeps one draft's copy on the server: late enough to cost little, one request after the other, and again when one failed.
 * The device's own copy is kept by itself, so nothing is lost meanwhile.
 */
export class DraftSync<Value extends object> {
  /** `savedAt` of the copy that this device last saw. */
  seen: string | undefined;
  /** Set while the person has yet to choose between two drafts: nothing is written over. */
  paused = false;
  private readonly calls: Calls<Value>;
  private readonly told: Told<Value>;
  private waiting: Draft<Value> | undefined;
  private since = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private forgotten = 0;

  constructor(calls: Calls<Value>, told: Told<Value>) {
    this.calls = calls;
    this.told = told;
  }

  change(draft: Draft<Value>, now = Date.now()): void {
    if (!this.waiting) this.since = now;
    this.waiting = draft;
    this.schedule(Math.max(0, Math.min(pause, this.since + longest - now)));
  }

  flush(leaving = false): void {
    clearTimeout(this.timer);
    const draft = this.waiting;
    if (!draft || this.paused) return;
    this.waiting = undefined;
    const { forgotten } = this;
    this.queue = this.queue
      .then(() => this.save(draft, forgotten, leaving))
      .catch((error: unknown) => {
        if (forgotten !== this.forgotten || !mayPass(error)) return;
        this.waiting ??= draft;
        if (!leaving) this.schedule(again);
      });
  }

  private async save(draft: Draft<Value>, forgotten: number, leaving: boolean): Promise<void> {
    // The save before it found another device's text: this one waits for the person's choice.
    if (this.paused) {
      this.waiting ??= draft;
      return;
    }
    const { savedAt, replaced } = await this.calls.save(draft, this.seen, leaving);
    this.seen = savedAt;
    if (forgotten !== this.forgotten) return;
    this.told.saved(draft, savedAt);
    if (!replaced) return;
    this.paused = true;
    this.told.replaced(replaced);
  }

  /**
   * The draft was sent or is not wanted: its copy goes, after whatever is on its way. Also where this page knows of none: the
   * page before it may have left one as it was closed.
   */
  forget(): void {
    clearTimeout(this.timer);
    this.waiting = undefined;
    this.paused = false;
    this.forgotten += 1;
    this.queue = this.queue
      .then(() => this.calls.remove())
      // It is forgotten by itself in 30 days.
      .catch(() => undefined)
      .then(() => {
        this.seen = undefined;
      });
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), delay);
  }
}

/** What the server refuses for good, such as a text that is too long, it refuses again; a session may be renewed. */
function mayPass(error: unknown): boolean {
  return !(error instanceof Problem) || error.temporary || error.status === 401;
}
