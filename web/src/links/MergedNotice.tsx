import { LinkButton } from '../design/button/Button';
import { Notice } from '../design/notice/Notice';
import { useTexts } from './texts';

/** A notice on a merged ticket. It links to the ticket where the conversation continues (G6). */
export function MergedNotice({ into, href }: { into: string; href: string }) {
  const t = useTexts();
  return (
    <Notice
      title={t.merged({ number: into })}
      actions={
        <LinkButton small kind="secondary" href={href}>
          {t.continueAt({ number: into })}
        </LinkButton>
      }
    >
      {t.mergedText}
    </Notice>
  );
}
