import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import { type Language, useLanguage } from './language';

/**
 * A catalog is an object of messages, such as `'Hola, {name}'`. A message that depends on a number is an object with
 * one text per plural category of its language (CLDR). `{count}` selects the text: `{ one: '{count} hora', other:
 * '{count} horas' }`.
 */
type Entry = string | readonly Entry[] | { readonly [key: string]: Entry };

/** The plural categories of whole numbers. Spanish uses `many` for whole millions: «1000000 de tickets». */
interface PluralForms {
  es: 'one' | 'many' | 'other';
  en: 'one' | 'other';
}

/** The names of the placeholders of a message: `'place' | 'count'` for `'{place} de {count}'`. */
type Placeholders<Message> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The type of strings that contain all of the given placeholders. */
type Containing<Names extends string> = [Names] extends [never]
  ? string
  : (Names extends string ? (message: `${string}{${Names}}${string}`) => void : never) extends (
        message: infer Message,
      ) => void
    ? Message
    : never;

/**
 * The type of a catalog in a language: the keys and placeholders of the Spanish catalog, with the plural forms of the
 * language.
 */
export type Translation<L extends Language, Spanish> = Spanish extends string
  ? Containing<Placeholders<Spanish>>
  : Spanish extends { readonly other: infer Other }
    ? Readonly<Record<PluralForms[L], Containing<Placeholders<Other>>>>
    : { readonly [Key in keyof Spanish]: Translation<L, Spanish[Key]> };

/** Replaces the placeholders of a message. Returns a React node if a value is an element, otherwise a string. */
interface Fill<Names extends string> {
  (values: Values<Names, string | number>): string;
  (values: Values<Names, string | number | ReactElement>): ReactNode;
}

type Values<Names extends string, Value> = { [Name in Names]: Name extends 'count' ? number : Value };

/**
 * The type of a catalog as components use it: a string for each plain message, a function for each message with
 * placeholders.
 */
export type Texts<Catalog> = Catalog extends string
  ? [Placeholders<Catalog>] extends [never]
    ? string
    : Fill<Placeholders<Catalog>>
  : Catalog extends { readonly other: infer Other }
    ? Fill<Placeholders<Other> | 'count'>
    : { readonly [Key in keyof Catalog]: Texts<Catalog[Key]> };

function fill(message: string, values: Record<string, string | number | ReactElement>): ReactNode {
  const parts = message.split(/\{(\w+)\}/).map((part, index) => (index % 2 === 0 ? part : values[part]));
  return parts.some((part) => typeof part === 'object')
    ? createElement(Fragment, null, ...parts)
    : parts.join('');
}

function textsOf(entry: Entry, rules: Intl.PluralRules): unknown {
  if (typeof entry === 'string') {
    return entry.includes('{') ? (values: Record<string, string>) => fill(entry, values) : entry;
  }
  if (Array.isArray(entry)) return entry.map((item) => textsOf(item, rules));
  const forms = entry as Record<string, Entry>;
  if (typeof forms.other === 'string') {
    return (values: Record<string, string>) =>
      fill(forms[rules.select(Number(values.count))] as string, values);
  }
  return Object.fromEntries(Object.entries(forms).map(([key, value]) => [key, textsOf(value, rules)]));
}

/** Creates the functions that read a catalog. `tsc` rejects a missing key, placeholder or plural form. */
export function defineTexts<const Spanish>(catalog: {
  es: Spanish & Translation<'es', Spanish>;
  en: Translation<'en', Spanish>;
}): { useTexts: () => Texts<Spanish>; textsIn: (language: Language) => Texts<Spanish> } {
  const cache: Partial<Record<Language, Texts<Spanish>>> = {};
  const textsIn = (language: Language) => {
    cache[language] ??= textsOf(catalog[language] as Entry, new Intl.PluralRules(language)) as Texts<Spanish>;
    return cache[language];
  };
  return { useTexts: () => textsIn(useLanguage()), textsIn };
}
