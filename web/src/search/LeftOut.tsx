import type { Schemas } from '../api/client';
import { useLanguage } from '../i18n/language';
import { useTexts } from './texts';

/** Says what a search without results left out of the typed text (C2). */
export function LeftOut({ leftOut }: { leftOut: Schemas['LeftOut'] | undefined }) {
  const t = useTexts();
  const language = useLanguage();
  if (!leftOut) return null;
  const words = new Intl.ListFormat(language).format(leftOut.words.map((word) => t.quoted({ word })));
  return (
    <>
      {words && <p>{t.words({ words })}</p>}
      {leftOut.prefix && <p>{t.prefix({ prefix: leftOut.prefix })}</p>}
    </>
  );
}
