import { useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useSettings } from '../../app/useSettings';
import { Icon } from '../../design/icon/Icon';
import { findTyped, typedNumbers } from '../../numbers/typedNumber';
import { routes } from '../routes';
import { score } from './fuzzy';
import { Keys } from './Keys';
import classes from './Palette.module.css';
import { type Command, registry, scopes } from './registry';
import { useTexts } from './texts';

/** The maximum number of results. */
const maxResults = 12;

/** The command palette. It finds commands by name and tickets by number, and it starts a search for words. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useTexts().palette;
  const [typed, setTyped] = useState('');
  const [highlighted, setHighlighted] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = useMatches(typed);
  const selected = Math.min(highlighted, found.length - 1);

  const latestOnClose = useRef(onClose);
  latestOnClose.current = onClose;
  useEffect(() => {
    const element = dialog.current;
    // The `close` event is dispatched asynchronously. Under StrictMode the dialog is open again by then.
    const onClosed = () => !element?.open && latestOnClose.current();
    element?.showModal();
    element?.addEventListener('close', onClosed);
    return () => {
      element?.removeEventListener('close', onClosed);
      element?.close();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another result is selected
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  function run(command: Command | undefined) {
    if (!command) return;
    onClose();
    // Closing the dialog restores the focus. The command runs after that, so that it can move the focus.
    setTimeout(command.run);
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) setHighlighted((selected + step + found.length) % found.length);
    else if (event.key === 'Enter') run(found[selected]);
    else return;
    event.preventDefault();
  }

  return (
    <dialog ref={dialog} className={classes.palette} aria-label={t.title}>
      <div className={classes.box}>
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          className={classes.input}
          aria-label={t.title}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found[selected] && `${id}-${selected}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={t.placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setHighlighted(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={t.results}
        className={classes.list}
      >
        {found.map((command, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys
          <div
            key={command.id}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === selected}
            className={classes.option}
            onPointerMove={() => setHighlighted(i)}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            {command.keys && <Keys keys={command.keys} />}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={classes.none}>{t.none}</p>}
      <p className="visually-hidden" role="status">
        {t.found({ count: found.length })}
      </p>
    </dialog>
  );
}

function useMatches(typed: string): Command[] {
  const t = useTexts().palette;
  const ticketPrefix = useSettings().settings?.ticketPrefix ?? '';
  const [, navigate] = useLocation();
  const words = typed.trim();
  const commands = [...scopes]
    .reverse()
    .filter((scope) => scope !== 'dialog')
    .flatMap((scope) => registry.inScope(scope))
    .filter((command) => !command.keyOnly);
  const matching = commands
    .map((command) => ({ command, points: score(words, command.label) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, maxResults)
    .map(({ command }) => command);
  if (words === '') return matching;
  const direct: Command[] = [];
  const numbers = typedNumbers(words, ticketPrefix);
  if (numbers.length === 1) {
    direct.push({
      id: 'open-ticket',
      label: t.ticket({ number: `${ticketPrefix}${numbers[0]}` }),
      run: () =>
        void findTyped(words, ticketPrefix).then((number) =>
          navigate(number ? routes.ticket(number) : routes.list({ words })),
        ),
    });
  }
  const search: Command = {
    id: 'search-words',
    label: t.search({ words }),
    run: () => navigate(routes.list({ words })),
  };
  return [...direct, ...matching, search];
}
