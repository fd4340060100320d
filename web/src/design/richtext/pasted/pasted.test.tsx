import { describe, expect, test } from 'vitest';
import { convertPasted, paragraphsOf } from './pasted';

const table = (...rows: string[][]) =>
  `<table><tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('')}</tbody></table>`;

describe('tables of each source', () => {
  test.each([
    ['a web page', '<table><tr><td>A-01</td><td>1250</td></tr></table>', table(['A-01', '1250'])],
    [
      'Excel',
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet>
<style><!--
.xl65
	{font-weight:700;
	text-align:left;}
--></style></head><body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=128 style='border-collapse:collapse;width:96pt'>
<!--StartFragment-->
 <col width=64 span=2 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 width=64 style='height:15.0pt;width:48pt'>Folio</td>
  <td class=xl65 width=64 style='width:48pt'>Monto</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 style='height:15.0pt'>A-01</td>
  <td></td>
 </tr>
 <tr height=0 style='display:none'>
  <td>oculta</td>
  <td align=right>9</td>
 </tr>
<!--EndFragment-->
</table></body></html>`,
      table(['<strong>Folio</strong>', '<strong>Monto</strong>'], ['A-01', '']),
    ],
    [
      'Google Sheets',
      `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" style="table-layout:fixed;font-size:10pt;width:0px" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden;padding:2px 3px;font-weight:bold;">Folio</td><td style="overflow:hidden;padding:2px 3px;"></td></tr><tr style="height:21px;"><td style="overflow:hidden;">uno<br/>dos</td><td style="text-align:right;" data-sheets-value="{&quot;1&quot;:3}">1250</td></tr></tbody></table></google-sheets-html-origin>`,
      table(['<strong>Folio</strong>', ''], ['uno<br>dos', '1250']),
    ],
    [
      'LibreOffice Calc',
      `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><style type="text/css">body,div,table,td,p { font-family:"Liberation Sans" }</style></head><body><table cellspacing="0" border="0">
	<colgroup span="2" width="85"></colgroup>
	<tr>
		<td height="17" align="left"><b>Folio</b></td>
		<td align="left"><br></td>
	</tr>
	<tr>
		<td height="17" align="left">A-01</td>
		<td align="right" sdval="1250" sdnum="2058;">1250</td>
	</tr>
</table></body></html>`,
      table(['<strong>Folio</strong>', ''], ['A-01', '1250']),
    ],
    [
      'Word',
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=ES-MX><!--StartFragment--><table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'><td width=294 valign=top style='width:220.7pt'><p class=MsoNormal style='margin-bottom:0cm'><b>Folio<o:p></o:p></b></p></td><td width=294><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table><!--EndFragment--></body></html>`,
      table(['<strong>Folio</strong>', '']),
    ],
    ['rows without a table', '<tr><td>A</td><td>B</td></tr>', table(['A', 'B'])],
    [
      'merged cells and headers',
      '<table><thead><tr><th colspan="2">T</th></tr></thead><tbody><tr><td rowspan="2">A</td><td>B</td></tr><tr><td>C</td></tr></tbody></table>',
      '<table><tbody><tr><th colspan="2"><p>T</p></th></tr><tr><td rowspan="2"><p>A</p></td><td><p>B</p></td></tr><tr><td><p>C</p></td></tr></tbody></table>',
    ],
    ['a single cell', '<table><tr><td>A-01</td></tr></table>', '<p>A-01</p>'],
    [
      'layout with a table inside',
      '<table><tr><td>Aviso</td><td><table><tr><td>A</td><td>B</td></tr></table></td></tr></table>',
      `<p>Aviso</p>${table(['A', 'B'])}`,
    ],
    [
      'a caption',
      '<table><caption>Pagos</caption><tr><td>A</td><td>B</td></tr></table>',
      `<p>Pagos</p>${table(['A', 'B'])}`,
    ],
  ])('%s', (_, html, expected) => expect(convertPasted(html)).toBe(expected));
});

describe('other elements that the editor does not know', () => {
  test.each([
    [
      'a definition list',
      '<dl><dt>Folio</dt><dd>A-01</dd><dt>Monto</dt><dd>1250</dd></dl>',
      '<p>Folio</p><p>A-01</p><p>Monto</p><p>1250</p>',
    ],
    ['details', '<details><summary>Ver</summary>Uno</details>', '<p>Ver</p><p>Uno</p>'],
    [
      'spans shown as blocks',
      '<span style="display:block">A</span><span style="display:block">B</span>',
      '<p>A</p><p>B</p>',
    ],
    ['exponents', '10<sup>6</sup> m<sup>2</sup>, H<sub>2</sub>O, 1<sup>er</sup>', '<p>10⁶ m², H₂O, 1er</p>'],
    ['headings', '<h2>Título</h2><p>Texto</p>', '<p>Título</p><p>Texto</p>'],
    ['choices', '<select><option>Alta</option><option>Media</option></select>', '<p>Alta</p><p>Media</p>'],
    [
      'scripts and hidden text',
      '<p>a<script>x()</script><span style="display:none">no</span></p>',
      '<p>a</p>',
    ],
    ['images of other sites', '<p>a<img src="https://a.mx/x.png" alt="x"></p>', '<p>a</p>'],
    ['emoji as images', '<p>Hola <img src="https://a.mx/x.png" alt="😀"></p>', '<p>Hola 😀</p>'],
    [
      'a link around blocks',
      '<a href="https://a.mx"><div>A</div><div>B</div></a>',
      '<p><a href="https://a.mx">A</a></p><p><a href="https://a.mx">B</a></p>',
    ],
  ])('%s', (_, html, expected) => expect(convertPasted(html)).toBe(expected));
});

test('lists of Word become lists', () => {
  const item = (level: number, marker: string, text: string) =>
    `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span>${text}<o:p></o:p></p>`;
  expect(
    convertPasted(
      `${item(1, '·', 'Uno')}${item(2, 'o', 'Dentro')}${item(1, '·', 'Dos')}<p class=MsoNormal>Fin</p>`,
    ),
  ).toBe('<ul><li><p>Uno</p><ul><li><p>Dentro</p></li></ul></li><li><p>Dos</p></li></ul><p>Fin</p>');
  expect(convertPasted(`${item(1, '3.', 'Tres')}${item(2, 'a)', 'Letra')}${item(1, '4.', 'Cuatro')}`)).toBe(
    '<ol start="3"><li><p>Tres</p><ol><li><p>Letra</p></li></ol></li><li><p>Cuatro</p></li></ol>',
  );
});

test('nested lists of Google Docs stay nested', () => {
  const html =
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><ul><li dir="ltr" aria-level="1"><p role="presentation"><span style="font-weight:400">Uno</span></p></li><ul><li aria-level="2"><p><span style="font-weight:700">Dentro</span></p></li></ul></ul></b>';
  expect(convertPasted(html)).toBe(
    '<ul><li><p>Uno</p><ul><li><p><strong>Dentro</strong></p></li></ul></li></ul>',
  );
});

describe('styles are read from the attribute', () => {
  test.each([
    ['<b style="font-weight:normal"><span style="font-weight:400">Hola</span></b>', '<p>Hola</p>'],
    [
      '<b style="font-weight:normal"><span style="font-weight:700">Hola</span></b>',
      '<p><strong>Hola</strong></p>',
    ],
    ['<b>a <span style="font-weight:normal">b</span></b>', '<p><strong>a </strong>b</p>'],
    ['<span style="font-style:italic">a</span><i style="font-style:normal">b</i>', '<p><em>a</em>b</p>'],
    [
      '<span style="text-decoration:underline">a</span><u style="text-decoration:none">b</u>',
      '<p><u>a</u>b</p>',
    ],
    [
      '<a href="https://a.mx" style="text-decoration:none"><span style="text-decoration:underline">a</span></a>',
      '<p><a href="https://a.mx">a</a></p>',
    ],
    [
      '<div style="font-weight:bold"><p>a</p><p>b</p></div>',
      '<p><strong>a</strong></p><p><strong>b</strong></p>',
    ],
    [
      '<div style="white-space:pre"><div>si:</div><div>    x  y</div></div>',
      '<p>si:</p><p>&nbsp;&nbsp;&nbsp;&nbsp;x&nbsp; y</p>',
    ],
    ['a<span class="Apple-tab-span" style="white-space:pre">\t</span>b', '<p>a&nbsp;&nbsp;&nbsp; b</p>'],
    ['<p style="white-space:pre-line">a\n  b</p>', '<p>a<br>b</p>'],
  ])('%s', (html, expected) => expect(convertPasted(html)).toBe(expected));
});

describe('empty lines', () => {
  const expected = '<p>Hola,</p><p></p><p>B</p>';
  test.each([
    ['Gmail', '<div dir="ltr"><div>Hola,</div><div><br></div><div>B</div></div>'],
    [
      'Outlook on the web',
      '<div class="elementToProof" style="font-family:Aptos">Hola,</div><div class="elementToProof"><br></div><div class="elementToProof">B</div>',
    ],
    [
      'Outlook and Word',
      '<p class=MsoNormal>Hola,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>B</p>',
    ],
    [
      'Google Docs',
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span>Hola,</span></p><br><p dir="ltr"><span>B</span></p></b>',
    ],
    ['a line break between divisions', '<div>Hola,</div>\n<br>\n<div>B</div>'],
    ['an editor', '<p data-pm-slice="0 0 []" style="">Hola,</p><p></p><p>B</p>'],
  ])('%s', (source, html) => {
    expect(convertPasted(html).replace(' data-pm-slice="0 0 []"', '')).toBe(expected);
    expect(source).not.toBe('');
  });

  test.each([
    ['<div>a</div><div></div><div>b</div>', '<p>a</p><p>b</p>'],
    ['<p>a<br></p><p>b</p>', '<p>a</p><p>b</p>'],
    ['a<br><br>b', '<p>a<br><br>b</p>'],
    ['a<br class="Apple-interchange-newline">', '<p>a</p>'],
  ])('%s', (html, converted) => expect(convertPasted(html)).toBe(converted));

  test.each<[string, string[][]]>([
    ['A\r\nB\r\n', [['A', 'B']]],
    ['Hola,\n\nB', [['Hola,'], ['B']]],
    ['A\n\n\nB', [['A'], [], ['B']]],
    ['A\n\n\n\nB', [['A'], [], ['B']]],
  ])('plain text %j', (text, paragraphs) => expect(paragraphsOf(text)).toEqual(paragraphs));
});

test('text that the editor copied is not converted', () => {
  const html = '<p data-pm-slice="1 1 []">a  <strong>b</strong></p>';
  expect(convertPasted(html)).toBe(html);
});
