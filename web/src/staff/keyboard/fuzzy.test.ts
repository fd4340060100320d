import { describe, expect, it } from 'vitest';
import { score } from './fuzzy';

const names = ['Míos', 'Sin asignar', 'Mi departamento', 'Vencidos', 'Cerrar sesión', 'Cerrados', 'Asignar'];

function best(typed: string): string | undefined {
  return names
    .map((name) => ({ name, points: score(typed, name) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)[0]?.name;
}

describe('score', () => {
  it('matches without accents or case, by starts of words and by letters in order', () => {
    expect(best('mios')).toBe('Míos');
    expect(best('SESION')).toBe('Cerrar sesión');
    expect(best('mde')).toBe('Mi departamento');
    expect(best('asi')).toBe('Asignar');
    expect(best('s as')).toBe('Sin asignar');
    expect(best('cerra')).toBe('Cerrados');
  });

  it('does not match when a letter is missing', () => {
    expect(best('xyz')).toBeUndefined();
    expect(score('soim', 'Míos')).toBe(0);
  });
});
