import { useCallback, useRef, useState } from 'react';

/**
 * The transition function of a state machine: it returns the next state and the commands to run. It has no side
 * effects, so that tests can list transitions in a table.
 */
export type Transition<State, Event, Command> = (
  state: State,
  event: Event,
) => readonly [state: State, ...commands: Command[]];

interface Machine<State, Event> {
  /** The state of the last render. */
  state: State;
  /** Returns the latest state, which may not be rendered yet. */
  getState: () => State;
  dispatch: (event: Event) => void;
}

/** Stores the state of a state machine. `run` runs its commands in order, even after the component was unmounted. */
export function useMachine<State, Event, Command>(
  transition: Transition<State, Event, Command>,
  initial: () => State,
  run: (command: Command) => void,
): Machine<State, Event> {
  const [state, setState] = useState(initial);
  const current = useRef(state);
  const latestRun = useRef(run);
  latestRun.current = run;

  const dispatch = useCallback(
    (event: Event) => {
      const [next, ...commands] = transition(current.current, event);
      current.current = next;
      setState(next);
      for (const command of commands) latestRun.current(command);
    },
    [transition],
  );
  const getState = useCallback(() => current.current, []);
  return { state, getState, dispatch };
}
