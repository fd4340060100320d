import type { Editor } from '@tiptap/react';
import type { KeyboardEvent } from 'react';
import { Button } from '../button/Button';
import { CancelButton } from '../button/CancelButton';
import { TextField } from '../control/TextField';
import { useForm } from '../form/useForm';
import { useDesignTexts } from '../texts';
import { completeUrl } from './content';
import classes from './Editor.module.css';

/**
 * A row below the toolbar to edit the URL of a link. It is not a form element, because it is inside the page's
 * form.
 */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useDesignTexts().editor;
  const currentUrl: string = editor.getAttributes('link').href ?? '';
  const { field, submit } = useForm({
    initial: { address: currentUrl },
    validate: ({ address }) => ({ address: !completeUrl(address) && t.badAddress }),
    onSubmit: ({ address }) => setLink(address.trim(), completeUrl(address) ?? ''),
  });

  function setLink(text: string, href: string) {
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !currentUrl) {
      const link = { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] };
      // The space ends the link, so that text typed next is not part of the link.
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
      submit();
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
        {...field('address')}
        onKeyDown={onKeyDown}
        autoFocus
      />
      <div className={classes.linkActions}>
        <Button small onClick={() => submit()}>
          {t.apply}
        </Button>
        {currentUrl && (
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
        <CancelButton small onClick={cancel} />
      </div>
    </div>
  );
}
