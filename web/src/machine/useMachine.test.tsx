import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Transition, useMachine } from './useMachine';

const counter: Transition<number, 'add' | 'read', `says ${number}`> = (count, event) =>
  event === 'add' ? [count + 1] : [count, `says ${count}`];

test('events between two renders are processed in order, and so are their commands', () => {
  const ran: string[] = [];
  const { result } = renderHook(() =>
    useMachine(
      counter,
      () => 3,
      (command) => ran.push(command),
    ),
  );
  act(() => {
    result.current.dispatch('add');
    result.current.dispatch('read');
    result.current.dispatch('add');
    expect(result.current.getState()).toBe(5);
    result.current.dispatch('read');
  });
  expect(result.current.state).toBe(5);
  expect(ran).toEqual(['says 4', 'says 5']);
});

test('after the component was unmounted, commands are run by the function of the last render', () => {
  const ran: string[] = [];
  const { result, rerender, unmount } = renderHook(
    ({ name }) =>
      useMachine(
        counter,
        () => 0,
        (command) => ran.push(`${name} ${command}`),
      ),
    { initialProps: { name: 'Ana' } },
  );
  rerender({ name: 'Eva' });
  unmount();
  result.current.dispatch('read');
  expect(ran).toEqual(['Eva says 0']);
});
