import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Ticket } from '../../api/queries';
import { Button, LinkButton } from '../../design/button/Button';
import { Dialog } from '../../design/dialog/Dialog';
import { RichText } from '../../design/richtext/RichText';
import { SearchBox } from '../../design/search/SearchBox';
import { ErrorState, Skeleton } from '../../design/states/States';
import { useDesignTexts } from '../../design/texts';
import { routes } from '../routes';
import classes from './CannedPicker.module.css';
import type { Canned } from './queries';
import { matching } from './relevance';
import { useTexts } from './texts';
import { useCanned } from './useCanned';

interface CannedPickerProps {
  ticket: Ticket;
  onInsert: (html: string) => void;
  onClose: () => void;
}

/** A dialog to search, preview and insert a canned response with the keyboard. The focus stays in the search box. */
export default function CannedPicker({ ticket, onInsert, onClose }: CannedPickerProps) {
  const t = useTexts();
  const d = useDesignTexts();
  const { query, all, language, fillIn } = useCanned(ticket);
  const [words, setWords] = useState('');
  const [highlighted, setHighlighted] = useState(0);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = matching(all, words, language);
  const selected = Math.min(highlighted, found.length - 1);
  const selectedResponse = found[selected];

  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another response is selected
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  function insert(response: Canned | undefined) {
    if (response) onInsert(fillIn(response));
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) setHighlighted((selected + step + found.length) % found.length);
    else if (event.key === 'Enter') insert(selectedResponse);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title={t.title} onClose={onClose} look="wide">
      <div className={classes.picker}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the search box handles the keys */}
        <div ref={box} onKeyDown={onKeyDown}>
          <SearchBox
            label={t.find}
            placeholder={t.findHint}
            value={words}
            controls={`${id}-list`}
            activeOption={selectedResponse && `${id}-${selected}`}
            onValue={(value) => {
              setWords(value);
              setHighlighted(0);
            }}
          />
        </div>
        <p className="visually-hidden" role="status">
          {query.data && t.found({ count: found.length })}
        </p>
        {query.isPending && <Skeleton size="row" count={3} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data && found.length === 0 && (
          <p className={classes.none}>{words ? t.nothing({ words }) : t.empty}</p>
        )}
        <div className={classes.columns}>
          <div
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={t.results}
            tabIndex={-1}
            hidden={found.length === 0}
            className={classes.list}
          >
            {found.map((canned, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the search box handles the keys
              <div
                key={canned.id}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === selected}
                className={classes.option}
                onClick={() => setHighlighted(index)}
                onDoubleClick={() => insert(canned)}
              >
                <span className={classes.name}>{canned.title}</span>
                <span className={classes.about}>
                  {[canned.category, d.languageName[canned.language], canned.shared ? '' : t.own]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
            ))}
          </div>
          {selectedResponse && (
            <section className={classes.preview} aria-label={t.preview}>
              <RichText html={fillIn(selectedResponse)} />
            </section>
          )}
        </div>
        <div className={classes.actions}>
          {selectedResponse && <Button onClick={() => insert(selectedResponse)}>{t.insert}</Button>}
          <LinkButton kind="quiet" href={routes.canned()}>
            {t.manage}
          </LinkButton>
        </div>
        <p className={classes.hint}>{t.hint}</p>
      </div>
    </Dialog>
  );
}
