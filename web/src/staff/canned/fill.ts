import type { Schemas } from '../../api/client';

export type Variable = Schemas['CannedVariable'];
export type Values = Record<Variable, string>;

/** The variables in display order. A new variable in the contract must be added here. */
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

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Replaces the variables of a canned response with their values, which are escaped. */
export function fill(body: string, values: Values): string {
  return body.replace(braces, (whole, name: string) =>
    Object.hasOwn(values, name) ? escapeHtml(values[name as Variable]) : whole,
  );
}

/** Returns the text of HTML in one line, for a list. */
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
