import { useRef, useState } from 'react';
import type { Ticket } from '../../api/queries';
import { WithSettings } from '../../app/WithSettings';
import { mayHaveDraft } from '../../drafts/unsent';
import type { NewEntries } from '../../newentries/useNewEntries';
import { usePerson } from '../../session/useSession';
import { useShortcuts } from '../keyboard/useShortcuts';
import { Companions } from '../presence/Companions';
import type { Presence } from '../presence/usePresence';
import type { ListSource } from '../routes';
import classes from './Composer.module.css';
import { ComposerForm, type NoteHandle } from './ComposerForm';
import type { Kind } from './draft';
import { KindChoice } from './KindChoice';
import { useComposerTexts } from './texts';

interface ComposerProps {
  ticket: Ticket;
  source: ListSource;
  newEntries: NewEntries;
  presence: Presence;
}

/**
 * The form to write a response or a note. Each kind has its own draft, so that a note for colleagues is never sent as a
 * response.
 */
export function Composer({ ticket, source, newEntries, presence }: ComposerProps) {
  const t = useComposerTexts();
  const person = usePerson();
  const [selected, setSelected] = useState<Kind>('response');
  const kinds = (['response', 'note'] as const).filter((kind) => ticket.actions.includes(kind));
  const kind = kinds.includes(selected) ? selected : kinds[0];
  // A response that the ticket no longer accepts stays in view until the person has used or discarded its text.
  const shownKinds: Kind[] = kind ? [kind] : [];
  if (!kinds.includes('response') && mayHaveDraft(ticket)) shownKinds.unshift('response');
  const note = useRef<NoteHandle>(null);
  // On telephones the form is small until it is used. It stays large then, so that nothing moves under the finger.
  const [used, setUsed] = useState(false);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const [focusRequests, setFocusRequests] = useState(0);
  function startWriting(selectedKind: Kind) {
    setSelected(selectedKind);
    setFocusRequests((count) => count + 1);
  }
  function choose(selectedKind: Kind) {
    // The radio button stays focused, so that the arrow keys can change the choice again.
    setFocusRequests(0);
    setSelected(selectedKind);
  }
  useShortcuts('ticket', [
    kinds.includes('response') && {
      id: 'respond',
      label: t.byKey.response,
      keys: 'r',
      run: () => startWriting('response'),
    },
    kinds.includes('note') && { id: 'note', label: t.byKey.note, keys: 'n', run: () => startWriting('note') },
  ]);

  return (
    <div className={classes.composer} data-kind={kind} data-unused={!used || undefined}>
      <h3 id="composer-title" className="visually-hidden">
        {t.title}
      </h3>
      <Companions others={presence.others.filter(({ doing }) => doing === 'writing')} />
      {!ticket.actions.includes('response') && <p className={classes.soft}>{t.notesOnly}</p>}
      <div className={classes.head}>
        {kinds.length > 1 && kind && <KindChoice kind={kind} onKind={choose} />}
        <div ref={setTools} className={classes.tools} />
      </div>
      <WithSettings>
        {({ attachments }) =>
          shownKinds.map((shown) => (
            <ComposerForm
              key={`${person.id} ${ticket.number} ${shown}`}
              ticket={ticket}
              kind={shown}
              sendable={shown === kind}
              limits={attachments}
              source={source}
              newEntries={newEntries}
              onEdited={presence.typed}
              focusRequests={shown === kind ? focusRequests : 0}
              tools={tools}
              onUsed={() => setUsed(true)}
              note={note}
            />
          ))
        }
      </WithSettings>
    </div>
  );
}
