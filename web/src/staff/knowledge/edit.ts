import type { Schemas } from '../../api/client';
import { fold } from '../../design/search/fold';
import { type Language, languages } from '../../i18n/language';
import type { ArticleDraft } from './queries';

export type Text = Schemas['ArticleText'];
export type Part = keyof Text;

/** The state of the editor. It contains every language, including those without a text. */
export interface Edit {
  categoryId: string;
  audience: Schemas['Audience'];
  texts: Record<Language, Text>;
}

const emptyText: Text = { title: '', summary: '', body: '' };
const parts: readonly Part[] = ['title', 'summary', 'body'];

export function editOf(from: Pick<ArticleDraft, 'categoryId' | 'audience' | 'texts'>): Edit {
  return {
    categoryId: from.categoryId,
    audience: from.audience,
    texts: { es: { ...emptyText, ...from.texts.es }, en: { ...emptyText, ...from.texts.en } },
  };
}

export function isEmpty(text: Text): boolean {
  return parts.every((part) => !text[part].trim());
}

/** Returns the request. A language without a text is omitted. */
export function toRequest(edit: Edit, version: number): Schemas['ArticleEdit'] {
  const texts: Schemas['ArticleTexts'] = {};
  for (const language of languages) {
    if (!isEmpty(edit.texts[language])) texts[language] = edit.texts[language];
  }
  return { categoryId: edit.categoryId, audience: edit.audience, texts, version };
}

export function isSameEdit(a: Edit, b: Edit): boolean {
  return JSON.stringify(toRequest(a, 0)) === JSON.stringify(toRequest(b, 0));
}

/**
 * Returns the parts that are missing for publication, in each language that has some text, or in Spanish if
 * no language has a text.
 */
export function missingParts(edit: Edit): { language: Language; part: Part }[] {
  const languagesWithText = languages.filter((language) => !isEmpty(edit.texts[language]));
  return (languagesWithText.length > 0 ? languagesWithText : (['es'] as const)).flatMap((language) =>
    parts.filter((part) => !edit.texts[language][part].trim()).map((part) => ({ language, part })),
  );
}

/**
 * Returns a slug for a title: «¿Cómo cambio mi contraseña?» → como-cambio-mi-contrasena-k3x9. Its end is random.
 */
export function slugOf(title: string, random = Math.random): string {
  const words = fold(title)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, 60)
    .replace(/-+$/, '');
  const tail = Math.floor(random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0');
  return words ? `${words}-${tail}` : `articulo-${tail}`;
}
