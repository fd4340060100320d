import { describe, expect, it } from 'vitest';
import { newRule, type Rule, withoutRule, withRule, withRuleAt } from './rules';

const rule = (id: string): Rule => ({ ...newRule(), id, name: id });
const ids = (rules: readonly Rule[]) => rules.map(({ id }) => id).join('');
const abc = [rule('a'), rule('b'), rule('c')];

describe('changes to the rules', () => {
  it.each([
    ['a', 0, 'abc'],
    ['a', 1, 'bac'],
    ['a', 2, 'bca'],
    ['c', 0, 'cab'],
    ['b', 2, 'acb'],
    ['z', 1, 'abc'],
  ])('moves %s to index %i: %s', (id, index, want) => {
    expect(ids(withRuleAt(id, index)(abc))).toBe(want);
  });

  it('replaces a rule in place and appends a new one', () => {
    const changed = { ...rule('b'), name: 'changed' };
    expect(withRule(changed)(abc)[1]?.name).toBe('changed');
    expect(ids(withRule(rule('d'))(abc))).toBe('abcd');
  });

  it('removes a rule, and ignores a rule that does not exist', () => {
    expect(ids(withoutRule('b')(abc))).toBe('ac');
    expect(ids(withoutRule('z')(abc))).toBe('abc');
  });
});
