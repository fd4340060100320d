// Fails if a component contains visible text that is not read from the catalogs.
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const readAttributes = new Set([
  'aria-label',
  'alt',
  'title',
  'placeholder',
  'label',
  'hint',
  'lead',
  'error',
  'text',
]);
const word = /\p{L}{2,}/u;
const found = [];

function report(file, source, node, text) {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  found.push(`${file}:${line + 1}: «${text.trim()}» belongs in the texts catalog`);
}

function isStringIn(node) {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
}

function visit(file, source, node) {
  if (ts.isJsxText(node) && word.test(node.text)) report(file, source, node, node.text);
  if (
    ts.isJsxExpression(node) &&
    node.expression &&
    isStringIn(node.expression) &&
    !ts.isJsxAttribute(node.parent)
  ) {
    if (word.test(node.expression.text)) report(file, source, node, node.expression.text);
  }
  if (ts.isJsxAttribute(node) && readAttributes.has(node.name.getText(source)) && node.initializer) {
    const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
    if (value && isStringIn(value) && word.test(value.text)) report(file, source, node, value.text);
  }
  ts.forEachChild(node, (child) => visit(file, source, child));
}

const files = readdirSync('src', { recursive: true }).filter(
  (name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'),
);

for (const name of files) {
  const file = `src/${name}`;
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  visit(file, source, source);
}

if (found.length > 0) {
  console.error(found.join('\n'));
  process.exit(1);
}
