import { useCallback, useRef, useState } from 'react';

/** The rules of a state machine: the next state, and the commands to carry out. Pure, so that a table can test it. */
export type Transition<State, Event, Command> = (
  state: State,
  event: Event,
) => readonly [state: State, ...commands: Command[]];

interface Machine<State, Event> {
  /** The state as rendered. */
  state: State;
  /** The state at this moment, which may not be rendered yet. */
  now: () => State;
  dispatch: (event: Event) => void;
}

/** Keeps a machine's state. `run` carries out its commands, in their order, also after the component was unmounted. */
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
  const now = useCallback(() => current.current, []);
  return { state, now, dispatch };
}
