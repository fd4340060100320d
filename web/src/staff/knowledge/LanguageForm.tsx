import { useId } from 'react';
import { TextAreaField, TextField } from '../../design/control/TextField';
import { RichTextField } from '../../design/richtext/RichTextField';
import type { Language } from '../../i18n/language';
import classes from './Article.module.css';
import { WarningBadge } from './Badges';
import type { Text } from './edit';
import { useTexts } from './texts';

interface LanguageFormProps {
  language: Language;
  text: Text;
  missing: boolean;
  onText: (text: Text) => void;
}

export function LanguageForm({ language, text, missing, onText }: LanguageFormProps) {
  const t = useTexts().editor;
  const id = useId();
  const set = (change: Partial<Text>) => onText({ ...text, ...change });
  const labelOf = (label: string) => `${label} (${language})`;
  return (
    <section className={classes.language} aria-labelledby={id}>
      <div className={classes.languageHead}>
        <h2 id={id}>{t.language[language]}</h2>
        {missing && <WarningBadge>{t.untranslated}</WarningBadge>}
      </div>
      <TextField
        label={labelOf(t.articleTitle)}
        lang={language}
        maxLength={200}
        value={text.title}
        onValue={(title) => set({ title })}
      />
      <TextAreaField
        label={labelOf(t.summary)}
        hint={t.summaryHint}
        lang={language}
        rows={2}
        maxLength={300}
        value={text.summary}
        onValue={(summary) => set({ summary })}
      />
      <RichTextField label={labelOf(t.body)} value={text.body} onValue={(body) => set({ body })} />
    </section>
  );
}
