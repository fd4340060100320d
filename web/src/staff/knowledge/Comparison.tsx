import { diffWordsWithSpace } from 'diff';
import type { Schemas } from '../../api/client';
import { plainTextOf } from '../../design/richtext/plainText';
import { type Language, languages } from '../../i18n/language';
import classes from './Article.module.css';
import { useTexts } from './texts';

type Texts = Schemas['ArticleTexts'];

interface ComparisonProps {
  before: Texts;
  after: Texts;
}

/** Shows the differences between a version and the article draft, word by word, in each language. */
export default function Comparison({ before, after }: ComparisonProps) {
  const { versions: t, editor } = useTexts();
  const changed = languages.filter(
    (language) => fullTextOf(before, language) !== fullTextOf(after, language),
  );
  if (changed.length === 0) return <p className={classes.soft}>{t.same}</p>;
  return (
    <div className={classes.read}>
      <p className={classes.soft}>{t.comparison}</p>
      {changed.map((language) => (
        <section key={language} lang={language}>
          <h3>{editor.language[language]}</h3>
          <p className={classes.compared}>
            {diffWordsWithSpace(fullTextOf(before, language), fullTextOf(after, language)).map(
              (part, index) => {
                const key = `${index} ${part.value.length}`;
                if (part.removed) return <del key={key}>{part.value}</del>;
                return part.added ? <ins key={key}>{part.value}</ins> : <span key={key}>{part.value}</span>;
              },
            )}
          </p>
        </section>
      ))}
    </div>
  );
}

function fullTextOf(texts: Texts, language: Language): string {
  const text = texts[language];
  return text ? [text.title, text.summary, plainTextOf(text.body)].filter(Boolean).join('\n\n') : '';
}
