import { describe, expect, test } from 'vitest';
import { completeUrl, htmlOf, isSafeUrl } from './content';

describe('URLs of links', () => {
  test.each([
    ['https://www.inai.org.mx', 'https://www.inai.org.mx'],
    [' www.inai.org.mx/a?b=1 ', 'https://www.inai.org.mx/a?b=1'],
    ['ana@inai.org.mx', 'mailto:ana@inai.org.mx'],
    ['mailto:ana@inai.org.mx', 'mailto:ana@inai.org.mx'],
    ['no es', undefined],
    ['palabra', undefined],
    ['', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
  ])('%s becomes %s', (typed, url) => {
    expect(completeUrl(typed)).toBe(url);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
  ])('%s is refused', (url) => expect(isSafeUrl(url)).toBe(false));
});

test('an editor with only empty paragraphs is empty', () => {
  expect(htmlOf('<p></p>', true)).toBe('');
  expect(htmlOf('<p>a</p>', false)).toBe('<p>a</p>');
});

test('empty paragraphs at the end are not part of the text', () => {
  expect(htmlOf('<p>a</p><p></p><p>b</p><p></p><p></p>', false)).toBe('<p>a</p><p></p><p>b</p>');
});
