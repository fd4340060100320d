import { describe, expect, test } from 'vitest';
import { designTextsIn } from '../texts';
import { fileError } from './check';
import { formatBytes } from './format';
import { showsImage } from './images';
import { contentTypeOf, typeNames } from './mediaType';

const MB = 1024 * 1024;
const limits = {
  maxBytes: 25 * MB,
  maxFiles: 10,
  types: ['application/pdf', 'image/jpeg', 'text/plain', 'text/csv'],
};

test.each([
  [0, '0 B'],
  [812, '812 B'],
  [1024, '1 KB'],
  [900 * 1024, '900 KB'],
  [1.44 * MB, '1.4 MB'],
  [9.96 * MB, '10 MB'],
  [31 * MB, '31 MB'],
  [3 * 1024 * MB, '3 GB'],
])('%d bytes are shown as %s', (bytes, text) => {
  expect(formatBytes(bytes, 'es')).toBe(text);
});

describe('the media type to declare', () => {
  test.each([
    ['informe.PDF', '', 'application/pdf'],
    ['datos.csv', 'application/vnd.ms-excel', 'text/csv'],
    ['registro.log', '', 'text/plain'],
    ['foto.jpg', 'image/jpeg', 'image/jpeg'],
    ['sin-extension', 'text/html; charset=utf-8', 'text/html'],
    ['raro.xyz', '', 'application/octet-stream'],
  ])('%s (%s) is %s', (name, type, expected) => {
    expect(contentTypeOf({ name, type })).toBe(expected);
  });

  test('types are named as people know them, once each', () => {
    expect(typeNames(['image/jpeg', 'application/pdf', 'text/plain'])).toBe('JPG, PDF, TXT');
  });
  test('types of one program have one name, and technical types have none', () => {
    expect(
      typeNames([
        'application/zip',
        'application/x-zip-compressed',
        'application/msword',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.oasis.opendocument.text',
        'application/vnd.oasis.opendocument.spreadsheet',
      ]),
    ).toBe('OpenDocument, Word, ZIP');
  });
});

describe('a file is validated before it is sent', () => {
  const check = (name: string, size: number, language: 'es' | 'en' = 'es') =>
    fileError({ name, type: '', size }, limits, designTextsIn(language).files, language);

  test('too large', () => {
    expect(check('a.pdf', 31 * MB)).toBe('El archivo pesa 31 MB; el máximo es 25 MB.');
    expect(check('a.pdf', 31 * MB, 'en')).toBe('The file is 31 MB; the maximum is 25 MB.');
  });
  test('exactly the limit is fine', () => expect(check('a.pdf', 25 * MB)).toBeUndefined());
  test('empty', () => expect(check('a.pdf', 0)).toBe('El archivo está vacío.'));
  test('of another type', () => expect(check('a.exe', 10)).toContain('Se admiten: CSV, JPG, PDF, TXT'));
});

test('an image of a text is recognized', () => {
  const id = '01K8ZQ3V5M2N7R9T4W6X8Y0A1B';
  expect(showsImage(`<p>a<img src="/api/attachments/${id}" alt="a.png"/></p>`, id)).toBe(true);
  expect(showsImage(`<p><a href="/api/attachments/${id}">a</a></p>`, id)).toBe(false);
});
