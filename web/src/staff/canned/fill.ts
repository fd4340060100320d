import type { Schemas } from '../../api/client';

export type Variable = Schemas['CannedVariable'];
export type Values = Record<Variable, string>;

/** In the order to show them; the contract's list is closed, so a new one fails here until it has its place. */
export const variables = Object.keys({
  solicitante: 0,
  número: 0,
  asunto: 0,
  tema: 0,
  departamento: 0,
  agente: 0,
  'fecha límite': 0,
  estado: 0,
  entidad: 0,
  organización: 0,
} satisfies Record<Variable, 0>) as Variable[];

const braces = /\{\{([^{}]*)\}\}/g;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A canned response with its variables filled in. A value is a text: what looks like HTML in it is none. */
export function fill(body: string, values: Values): string {
  return body.replace(braces, (whole, name: string) =>
    Object.hasOwn(values, name) ? escaped(values[name as Variable]) : whole,
  );
}

/** The same as one line of plain text, for a list. */
export function lineOf(html: string): string {
  const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .trim();
}
