import { asProblem } from '../api/problem';
import type { Remote, RemoteCalls } from './remote';
import type { Draft } from './store';

/** The delay between the last edit and a push, in milliseconds. */
const pauseDelay = 2_500;
/** The maximum delay between the first edit that was not sent and a push, in milliseconds. */
const maxDelay = 10_000;
const retryDelay = 15_000;

interface SyncEvents<Value> {
  onSaved: (draft: Draft<Value>, savedAt: string) => void;
  /** Called if the push replaced a copy from another device or tab that this tab had not loaded. */
  onConflict: (replaced: Remote) => void;
}

/**
 * Pushes a draft to the server after a pause in typing. It sends one request at a time and retries failed requests. The
 * copy in this device's storage is independent of it, so no text is lost if a push fails.
 */
export class DraftSync<Value extends object> {
  /** `savedAt` of the last copy on the server that this tab loaded or saved. */
  seen: string | undefined;
  /** Whether the person still has to choose between two copies. Nothing is pushed until then. */
  paused = false;
  private readonly calls: RemoteCalls<Value>;
  private readonly events: SyncEvents<Value>;
  private pending: Draft<Value> | undefined;
  private pendingSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private requests: Promise<unknown> = Promise.resolve();
  /** Whether the person has left the form. A failed push is not retried then, because another person may sign in. */
  private left = false;
  /** The number of removals. A push that was started before a removal reports nothing. */
  private removals = 0;

  constructor(calls: RemoteCalls<Value>, events: SyncEvents<Value>) {
    this.calls = calls;
    this.events = events;
  }

  /** Schedules a push of the draft after a pause. */
  push(draft: Draft<Value>, now = Date.now()): void {
    this.left = false;
    if (!this.pending) this.pendingSince = now;
    this.pending = draft;
    this.schedule(Math.max(0, Math.min(pauseDelay, this.pendingSince + maxDelay - now)));
  }

  /** Pushes the pending draft at once. With `leaving`, the request continues after the page is closed. */
  flush(leaving = false): void {
    clearTimeout(this.timer);
    this.left = leaving;
    const draft = this.pending;
    if (!draft || this.paused) return;
    this.pending = undefined;
    const { removals } = this;
    this.requests = this.requests
      .then(() => this.save(draft, removals, leaving))
      .catch((error: unknown) => {
        // A draft that the server refuses, for example because it is too long, is not pushed again.
        if (removals !== this.removals || asProblem(error).refused) return;
        this.pending ??= draft;
        if (!this.left) this.schedule(retryDelay);
      });
  }

  /** Pushes the pending draft at once, and waits until no request is in progress. Never rejects. */
  async settle(): Promise<void> {
    this.flush();
    await this.requests;
  }

  private async save(draft: Draft<Value>, removals: number, leaving: boolean): Promise<void> {
    // The previous request found a conflict, so the person has to choose first.
    if (this.paused) {
      this.pending ??= draft;
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
   * Removes the server's copy after the pending requests. The request is sent even if this page pushed nothing, because
   * an earlier page may have pushed the draft while it was being closed.
   */
  remove(): void {
    clearTimeout(this.timer);
    this.pending = undefined;
    this.paused = false;
    this.removals += 1;
    this.requests = this.requests
      .then(() => this.calls.remove())
      // If the removal fails, the server deletes the draft after 30 days.
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
