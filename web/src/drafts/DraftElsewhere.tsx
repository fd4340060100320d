import { Button } from '../design/button/Button';
import { formatDateTime } from '../design/dates/format';
import { Notice } from '../design/notice/Notice';
import { useDesignTexts } from '../design/texts';
import { useLanguage } from '../i18n/language';
import { useTimeZone } from '../session/useSession';
import classes from './DraftElsewhere.module.css';
import type { DraftHandle } from './useDraft';

/** Two devices, two texts: both are there until the person has chosen. */
export function DraftElsewhere<Value>({ draft }: { draft: DraftHandle<Value> }) {
  const t = useDesignTexts().drafts;
  const language = useLanguage();
  const timeZone = useTimeZone();
  const { elsewhere } = draft;
  if (!elsewhere) return null;
  return (
    <Notice
      tone="warning"
      live
      title={t.elsewhere}
      actions={
        <>
          <Button small onClick={draft.takeElsewhere}>
            {t.take}
          </Button>
          <Button small kind="secondary" onClick={draft.keepThis}>
            {t.keep}
          </Button>
        </>
      }
    >
      <p>{t.when({ date: formatDateTime(elsewhere.savedAt, language, timeZone) })}</p>
      <p className={classes.text}>{textOf(Object.values(elsewhere.texts).join(' '))}</p>
    </Notice>
  );
}

/** The text alone; parsed apart from the page, where nothing of it runs. */
function textOf(html: string): string {
  return (
    new DOMParser().parseFromString(html.replaceAll('</p>', ' </p>'), 'text/html').body.textContent ?? ''
  );
}
