import type { Editor } from '@tiptap/react';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '../button/Button';
import { TextField } from '../control/TextField';
import { useDesignTexts } from '../texts';
import { completeAddress } from './content';
import classes from './Editor.module.css';

/** Asks for a link's address in a row beneath the toolbar. Not a form element: it sits inside the page's form. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useDesignTexts().editor;
  const before: string = editor.getAttributes('link').href ?? '';
  const [address, setAddress] = useState(before);
  const [refused, setRefused] = useState(false);

  function apply() {
    const href = completeAddress(address);
    if (!href) {
      setRefused(true);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !before) {
      const link = { type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] };
      // With the space, what is typed next is no longer part of the link.
      chain.insertContent([link, { type: 'text', text: ' ' }]).run();
    } else {
      chain.setLink({ href }).run();
    }
    onDone();
  }

  function cancel() {
    onDone();
    editor.commands.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      event.preventDefault();
      apply();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      cancel();
    }
  }

  return (
    <div className={classes.link}>
      <TextField
        label={t.address}
        type="url"
        inputMode="url"
        value={address}
        onValue={setAddress}
        onKeyDown={onKeyDown}
        error={refused ? t.badAddress : undefined}
        autoFocus
      />
      <div className={classes.linkActions}>
        <Button small onClick={apply}>
          {t.apply}
        </Button>
        {before && (
          <Button
            small
            kind="secondary"
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run();
              onDone();
            }}
          >
            {t.remove}
          </Button>
        )}
        <Button small kind="quiet" onClick={cancel}>
          {t.cancel}
        </Button>
      </div>
    </div>
  );
}
