import { Link } from 'wouter';
import type { Schemas } from '../api/client';
import classes from './Links.module.css';
import { useTexts } from './texts';

interface SplitMarkProps {
  entry: Schemas['Entry'];
  hrefOf: (number: string) => string;
}

/**
 * Links an entry to the tickets from or to which a split copied it, and the event of a split to the other ticket (G7).
 */
export function SplitMark({ entry, hrefOf }: SplitMarkProps) {
  const t = useTexts();
  const { movedTo, copiedFrom, changes } = entry;
  const other = changes.find(({ field }) => field === 'splitInto' || field === 'splitFrom')?.to;
  const marks = [
    { name: 'from', number: copiedFrom, text: t.copiedFrom },
    { name: 'to', number: movedTo, text: t.movedTo },
    { name: 'other', number: other, text: t.see },
  ];
  return marks.map(
    ({ name, number, text }) =>
      number && (
        <p key={name} className={classes.mark}>
          {text({
            ticket: (
              <Link href={hrefOf(number)} className={classes.link}>
                {number}
              </Link>
            ),
          })}
        </p>
      ),
  );
}
