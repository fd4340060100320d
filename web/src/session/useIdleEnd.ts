import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, dataOf } from '../api/client';
import { sessionQuery } from './sessionQuery';

/** The minimum time between two reports of activity, in milliseconds. */
const reportEveryMs = 5 * 60_000;
/** The time before the end at which the person is warned. */
const warnBeforeMs = 2 * 60_000;
/** The time before the warning at which activity is reported at the latest, so that an active person is not warned. */
const marginMs = 30_000;
/** The delay after a failed request before it is repeated, in milliseconds. */
const retryMs = 30_000;
/** The events of activity. Dictation only causes `input`. */
const activities = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'] as const;

interface IdleEnd {
  /** Whether the session ends soon. */
  endsSoon: boolean;
  /** Reports that the person is active. */
  stay: () => void;
}

/**
 * Reports activity of the person to the server, which ends sessions without activity (A6), and warns before the end.
 * Requests that the page sends by itself do not count as activity. `endsAt` is the end of the session in milliseconds
 * since the epoch, or undefined if it does not end.
 */
export function useIdleEnd(endsAt: number | undefined): IdleEnd {
  const client = useQueryClient();
  const [endsSoon, setEndsSoon] = useState(false);
  const [checks, setChecks] = useState(0);
  const reportedAt = useRef(Date.now());
  const triedAt = useRef(0);
  const activeAt = useRef(Date.now());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const report = useCallback(async () => {
    timer.current = undefined;
    reportedAt.current = Date.now();
    triedAt.current = Date.now();
    const idleFor = Math.round((Date.now() - activeAt.current) / 1000);
    // If the request fails, the next activity is reported. If the session has ended, the listener of 401 responses asks
    // the person to sign in.
    const extended = await dataOf(api.PATCH('/session', { body: { idleFor } })).catch(() => undefined);
    if (!extended) return;
    client.setQueryData(sessionQuery.queryKey, (person) => person && { ...person, ...extended });
  }, [client]);

  const stay = useCallback(() => {
    activeAt.current = Date.now();
    clearTimeout(timer.current);
    void report();
  }, [report]);

  useEffect(() => {
    // While the warning is shown, only its button counts. Otherwise the warning would disappear before it is read.
    if (endsAt === undefined || endsSoon) return;
    const onActivity = () => {
      activeAt.current = Date.now();
      const latest = Math.min(reportedAt.current + reportEveryMs, endsAt - warnBeforeMs - marginMs);
      const wait = Math.max(latest, triedAt.current + retryMs) - Date.now();
      timer.current ??= setTimeout(() => void report(), Math.max(0, wait));
    };
    for (const type of activities) window.addEventListener(type, onActivity, { passive: true });
    return () => {
      for (const type of activities) window.removeEventListener(type, onActivity);
    };
  }, [endsAt, endsSoon, report]);

  useEffect(() => () => clearTimeout(timer.current), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `checks` makes it run after each check
  useEffect(() => {
    if (endsAt === undefined) return;
    const check = async () => {
      await client.refetchQueries({ queryKey: sessionQuery.queryKey });
      setChecks((count) => count + 1);
    };
    const left = endsAt - Date.now();
    setEndsSoon(left <= warnBeforeMs);
    // Another tab may have moved the end, so the session is requested before the warning, and after the end. Without a
    // response it is requested again.
    let wait = retryMs;
    if (left > warnBeforeMs) wait = left - warnBeforeMs + 500;
    else if (left > 0) wait = left + 1000;
    const next = setTimeout(() => void check(), wait);
    return () => clearTimeout(next);
  }, [endsAt, client, checks]);

  return { endsSoon: endsAt !== undefined && endsSoon, stay };
}
