import { Button } from '../design/button/Button';
import { formatDateTime } from '../design/dates/format';
import type { Uploaded } from '../design/files/upload';
import { Notice } from '../design/notice/Notice';
import { useDesignTexts } from '../design/texts';
import { useLanguage } from '../i18n/language';
import { useTimeZone } from '../session/useSession';
import classes from './DraftChoice.module.css';
import type { Remote } from './remote';
import type { DraftHandle } from './useDraft';

interface DraftChoiceProps {
  draft: Pick<DraftHandle<unknown>, 'chooseRemote' | 'chooseLocal'>;
  conflict: Remote;
}

/** Offers the choice between the draft of this page and the conflicting draft. */
export default function DraftChoice({ draft, conflict }: DraftChoiceProps) {
  const t = useDesignTexts().drafts;
  const language = useLanguage();
  const timeZone = useTimeZone();
  const files = filenamesOf(conflict);
  return (
    <Notice
      tone="warning"
      live
      title={t.elsewhere}
      actions={
        <>
          <Button small onClick={draft.chooseRemote}>
            {t.take}
          </Button>
          <Button small kind="secondary" onClick={draft.chooseLocal}>
            {t.keep}
          </Button>
        </>
      }
    >
      <p>{t.when({ date: formatDateTime(conflict.savedAt, language, timeZone) })}</p>
      <p className={classes.text}>{textOf(Object.values(conflict.texts).join(' '))}</p>
      {files.length > 0 && <p>{t.files({ names: files.join(', ') })}</p>}
    </Notice>
  );
}

/** Returns the names of a draft's files. Its form stores their descriptions among the other values. */
function filenamesOf({ values, attachmentIds }: Remote) {
  const stored = Object.values(values).flat() as Partial<Uploaded>[];
  return attachmentIds.flatMap((id) => stored.find((file) => file?.id === id)?.filename ?? []);
}

/** Returns the text of HTML. DOMParser does not run scripts. */
function textOf(html: string) {
  return new DOMParser().parseFromString(html.replaceAll('</p>', ' </p>'), 'text/html').body.textContent;
}
