import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { defineTexts } from './catalog';
import { type Language, languages } from './language';

type Catalogs = Record<string, Record<Language, unknown>>;

const spanish = import.meta.glob<{ es: unknown }>('../**/texts/es.ts', { eager: true });
const english = import.meta.glob<{ en: unknown }>('../**/texts/en.ts', { eager: true });

/** Returns every message with its path, such as `home.faq`. A plural form has a path such as `list.newTickets.many`. */
function messagesOf(entry: unknown, path = ''): [string, string][] {
  if (typeof entry === 'string') return [[path, entry]];
  if (typeof entry !== 'object' || entry === null) throw new Error(`${path} is not data`);
  return Object.entries(entry).flatMap(([key, value]) => messagesOf(value, path ? `${path}.${key}` : key));
}

/** Returns the objects that contain the plural forms of a message, with their paths. */
function pluralsOf(entry: unknown, path = ''): [string, Record<string, string>][] {
  if (typeof entry !== 'object' || entry === null) return [];
  if ('other' in entry) return [[path, entry as Record<string, string>]];
  return Object.entries(entry).flatMap(([key, value]) => pluralsOf(value, path ? `${path}.${key}` : key));
}

const placeholdersOf = (message: string) => [...new Set(message.match(/\{\w+\}/g))].sort();
const withoutForm = (path: string) => path.replace(/\.(zero|one|two|few|many|other)$/, '');

function catalogs(): Catalogs {
  return Object.fromEntries(
    Object.entries(spanish).map(([path, { es }]) => {
      const en = english[path.replace('es.ts', 'en.ts')]?.en;
      return [path.slice('../'.length, -'/texts/es.ts'.length), { es, en }];
    }),
  );
}

describe.each(Object.entries(catalogs()))('the catalog of %s', (_, catalog) => {
  const paths = (language: Language) =>
    new Set(messagesOf(catalog[language]).map(([path]) => withoutForm(path)));

  test('has the same keys in every language', () => {
    for (const language of languages) expect(paths(language)).toEqual(paths('es'));
  });

  test('has the same placeholders in every language and plural form', () => {
    const expected = new Map(
      messagesOf(catalog.es).map(([path, message]) => [withoutForm(path), placeholdersOf(message)]),
    );
    for (const language of languages) {
      for (const [path, message] of messagesOf(catalog[language])) {
        expect(placeholdersOf(message), `${language}: ${path}`).toEqual(expected.get(withoutForm(path)));
      }
    }
  });

  test('has no empty message and no unpaired brace', () => {
    for (const language of languages) {
      for (const [path, message] of messagesOf(catalog[language])) {
        expect(message.trim(), `${language}: ${path}`).not.toBe('');
        expect(message.replace(/\{\w+\}/g, ''), `${language}: ${path}`).not.toMatch(/[{}]/);
      }
    }
  });

  // Renaming an identifier in all files may also change a word of a message.
  test('has no identifier in a message', () => {
    for (const language of languages) {
      for (const [path, message] of messagesOf(catalog[language])) {
        expect(message.replace(/\{\w+\}/g, ''), `${language}: ${path}`).not.toMatch(/\p{Ll}\p{Lu}/u);
      }
    }
  });

  test('has a plural with all forms of the language for each message with {count}, and for no other message', () => {
    for (const language of languages) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
      const plurals = pluralsOf(catalog[language]);
      for (const [path, plural] of plurals) {
        expect(Object.keys(plural).sort(), `${language}: ${path}`).toEqual(forms);
        expect(plural.other, `${language}: ${path}`).toContain('{count}');
      }
      const inPlurals = plurals.map(([path]) => path);
      for (const [path, message] of messagesOf(catalog[language])) {
        if (inPlurals.includes(withoutForm(path))) continue;
        expect(placeholdersOf(message), `${language}: ${path}`).not.toContain('{count}');
      }
    }
  });
});

test('every catalog has both languages', () => {
  expect(Object.keys(english).map((path) => path.replace('en.ts', 'es.ts'))).toEqual(Object.keys(spanish));
});

const { textsIn } = defineTexts({
  es: {
    plain: 'Inicio',
    named: 'De {from} a {to}',
    hours: { one: '{count} hora', many: '{count} de horas', other: '{count} horas' },
    days: ['lunes', 'el {day}'],
  },
  en: {
    plain: 'Home',
    named: '{to}, from {from}',
    hours: { one: '{count} hour', other: '{count} hours' },
    days: ['Monday', '{day}'],
  },
});

test('a message without placeholders is a string', () => {
  expect(textsIn('es').plain).toBe('Inicio');
  expect(textsIn('en').days[0]).toBe('Monday');
});

test('placeholders are filled in by name, in the order of the language', () => {
  expect(textsIn('es').named({ from: 'Ana', to: 2 })).toBe('De Ana a 2');
  expect(textsIn('en').named({ from: 'Ana', to: 2 })).toBe('2, from Ana');
  expect(textsIn('en').named({ from: '{to}', to: '$&' })).toBe('$&, from {to}');
});

test('the form of a plural follows the rules of the language', () => {
  const { hours } = textsIn('es');
  expect([0, 1, 2, 1_000_000].map((count) => hours({ count }))).toEqual([
    '0 horas',
    '1 hora',
    '2 horas',
    '1000000 de horas',
  ]);
  expect([0, 1, 1_000_000].map((count) => textsIn('en').hours({ count }))).toEqual([
    '0 hours',
    '1 hour',
    '1000000 hours',
  ]);
});

test('an element takes the place of its placeholder', () => {
  const link = createElement('a', { href: '/faq' }, 'FAQ');
  expect(renderToStaticMarkup(textsIn('es').named({ from: 'Ana', to: link }))).toBe(
    'De Ana a <a href="/faq">FAQ</a>',
  );
});

test('tsc refuses a missing key, placeholder, plural form or value', () => {
  // @ts-expect-error the key `b` is missing
  defineTexts({ es: { a: 'a', b: 'b' }, en: { a: 'a' } });
  // @ts-expect-error the placeholder {name} is missing
  defineTexts({ es: { a: 'Hola, {name}' }, en: { a: 'Hello' } });
  const forms = { one: '{count}', other: '{count}' } as const;
  // @ts-expect-error the Spanish form `many` is missing
  defineTexts({ es: { a: forms }, en: { a: forms } });
  // @ts-expect-error the value of {to} is missing
  textsIn('es').named({ from: 'Ana' });
  // @ts-expect-error the message has no placeholder for `days`
  textsIn('es').hours({ count: 1, days: 1 });
});
