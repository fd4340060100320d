import { useEffect, useState } from 'react';
import { announce } from '../design/announce/announce';
import { formatCountdown } from '../design/dates/format';
import { Notice } from '../design/notice/Notice';
import { useDesignTexts } from '../design/texts';

interface LockoutProps {
  seconds: number;
  since: number;
  onOver: () => void;
}

/** Shows a countdown until the next sign-in attempt is allowed (A7). It is announced once, not every second. */
export function Lockout({ seconds, since, onOver }: LockoutProps) {
  const t = useDesignTexts().session;
  const until = since + seconds * 1000;
  const [secondsLeft, setSecondsLeft] = useState(() => remaining(until));

  useEffect(() => {
    const timer = setInterval(() => {
      const left = remaining(until);
      setSecondsLeft(left);
      if (left > 0) return;
      clearInterval(timer);
      announce(t.lockedOver);
      onOver();
    }, 250);
    return () => clearInterval(timer);
  }, [until, onOver, t]);

  return (
    <Notice tone="warning">
      <p role="alert">{t.locked}</p>
      <p role="timer">{t.lockedFor({ time: formatCountdown(secondsLeft) })}</p>
    </Notice>
  );
}

function remaining(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}
