import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { Dialog } from '../../design/dialog/Dialog';
import { RichText } from '../../design/richtext/RichText';
import { type Language, languages, useLanguage } from '../../i18n/language';
import classes from './Article.module.css';
import { useTexts } from './texts';

interface PreviewProps {
  draft: { texts: Schemas['ArticleTexts'] };
  title?: string;
  onClose: () => void;
}

/** Shows the stored article as readers will see it, sanitized by the server. */
export function Preview({ draft, title, onClose }: PreviewProps) {
  const t = useTexts().editor;
  const readerLanguage = useLanguage();
  const [language, setLanguage] = useState<Language>(
    draft.texts[readerLanguage] ? readerLanguage : draft.texts.es ? 'es' : 'en',
  );
  const text = draft.texts[language];
  return (
    <Dialog title={title ?? t.previewTitle} look="wide" onClose={onClose}>
      <fieldset className={classes.choice}>
        <legend className="visually-hidden">{t.previewTitle}</legend>
        {languages.map((code) => (
          <label key={code}>
            <input
              type="radio"
              name="preview-language"
              checked={code === language}
              onChange={() => setLanguage(code)}
            />
            {t.language[code]}
          </label>
        ))}
      </fieldset>
      {text ? (
        <article lang={language} className={classes.read}>
          <h3>{text.title}</h3>
          <p className={classes.soft}>{text.summary}</p>
          <RichText html={text.body} />
        </article>
      ) : (
        <p className={classes.soft}>{t.previewEmpty}</p>
      )}
    </Dialog>
  );
}
