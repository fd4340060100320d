import { Problem } from '../api/problem';
import type { Remote, RemoteCalls } from './remote';
import type { Draft } from './store';

/** A push is sent this long after the last edit, in milliseconds… */
const pause = 2_500;
/** …and at most this long after the first edit that was not sent. */
const longestWait = 10_000;
const retryDelay = 15_000;

interface SyncEvents<Value> {
  onSaved: (draft: Draft<Value>, savedAt: string) => void;
  /** The push replaced a copy of another device, which this device had not seen. */
  onConflict: (replaced: Remote) => void;
}

/**
 * Pushes one draft to the server: after a pause in typing, one request at a time, with retries. The copy in this device's
 * storage is independent of it, so nothing is lost meanwhile.
 */
export class DraftSync<Value extends object> {
  /** `savedAt` of the server's copy that this device saw last. */
  seen: string | undefined;
  /** Set while the person has to choose between two copies: nothing is pushed. */
  paused = false;
  private readonly calls: RemoteCalls<Value>;
  private readonly events: SyncEvents<Value>;
  private waiting: Draft<Value> | undefined;
  private waitingSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private requests: Promise<unknown> = Promise.resolve();
  /** Counts removals: a push that was started before one reports nothing. */
  private removals = 0;

  constructor(calls: RemoteCalls<Value>, events: SyncEvents<Value>) {
    this.calls = calls;
    this.events = events;
  }

  /** Pushes the draft after the pause. */
  push(draft: Draft<Value>, now = Date.now()): void {
    if (!this.waiting) this.waitingSince = now;
    this.waiting = draft;
    this.schedule(Math.max(0, Math.min(pause, this.waitingSince + longestWait - now)));
  }

  /** Pushes at once. With `leaving` the request outlives the page. */
  flush(leaving = false): void {
    clearTimeout(this.timer);
    const draft = this.waiting;
    if (!draft || this.paused) return;
    this.waiting = undefined;
    const { removals } = this;
    this.requests = this.requests
      .then(() => this.save(draft, removals, leaving))
      .catch((error: unknown) => {
        if (removals !== this.removals || !canRetry(error)) return;
        this.waiting ??= draft;
        if (!leaving) this.schedule(retryDelay);
      });
  }

  private async save(draft: Draft<Value>, removals: number, leaving: boolean): Promise<void> {
    // The request before this one found a conflict: the person chooses first.
    if (this.paused) {
      this.waiting ??= draft;
      return;
    }
    const { savedAt, replaced } = await this.calls.save(draft, this.seen, leaving);
    this.seen = savedAt;
    if (removals !== this.removals) return;
    this.events.onSaved(draft, savedAt);
    if (!replaced) return;
    this.paused = true;
    this.events.onConflict(replaced);
  }

  /**
   * Removes the server's copy, after the requests that were started. It asks the server even when this page pushed nothing: the
   * page before it may have pushed while it was closed.
   */
  remove(): void {
    clearTimeout(this.timer);
    this.waiting = undefined;
    this.paused = false;
    this.removals += 1;
    this.requests = this.requests
      .then(() => this.calls.remove())
      // The server deletes it after 30 days.
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

/** A draft that the server rejects, such as one that is too long, is not retried. After a 401 the session may be renewed. */
function canRetry(error: unknown): boolean {
  return !(error instanceof Problem) || error.temporary || error.status === 401;
}
