import { useState } from 'react';
import { ReadOnlyField } from '../../../design/control/ReadOnlyField';
import { type Answers, ExtraFields } from '../../../design/extrafields/ExtraFields';
import { useLanguage } from '../../../i18n/language';
import classes from './Topics.module.css';
import { useTopicTexts } from './texts';
import { activeFields, type TopicValues, textIn } from './topic';

/** Shows the form as requesters would see it, in the page's language. */
export function Preview({ values }: { values: TopicValues }) {
  const t = useTopicTexts();
  const language = useLanguage();
  const [answers, setAnswers] = useState<Answers>({});
  const description = textIn(values.description, language);
  return (
    <section className={classes.preview} aria-label={t.preview}>
      <h2 className={classes.heading}>{t.preview}</h2>
      <p className={classes.hint}>{t.previewHint}</p>
      <ReadOnlyField label={t.previewTopic} value={textIn(values.name, language)} />
      {description && <p className={classes.hint}>{description}</p>}
      <ExtraFields
        fields={activeFields(values, language)}
        answers={answers}
        onAnswer={(id, answer) => setAnswers({ ...answers, [id]: answer })}
        errorOf={() => undefined}
      />
    </section>
  );
}
