import { Link } from 'wouter';
import type { Schemas } from '../api/client';
import classes from './Links.module.css';
import { useTexts } from './texts';

interface SplitMarkProps {
  entry: Schemas['Entry'];
  hrefOf: (number: string) => string;
}

/** Where an entry was copied to or from when a ticket was split, and of its history's line the way to the other one. */
export function SplitMark({ entry, hrefOf }: SplitMarkProps) {
  const t = useTexts();
  const { movedTo, copiedFrom, changes } = entry;
  const other = changes.find(({ field }) => field === 'splitInto' || field === 'splitFrom')?.to;
  const marks = [
    copiedFrom && { number: copiedFrom, text: t.copiedFrom },
    movedTo && { number: movedTo, text: t.movedTo },
    other && { number: other, text: t.see },
  ].filter((mark) => Boolean(mark)) as { number: string; text: string }[];
  return marks.map(({ number, text }) => (
    <p key={text} className={classes.mark}>
      {text}{' '}
      <Link href={hrefOf(number)} className={classes.link}>
        {number}
      </Link>
    </p>
  ));
}
