import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../../announce/announce';
import { useDesignTexts } from '../../texts';
import { triggerBefore } from './trigger';

export interface Suggestion {
  id: string;
  label: string;
  detail?: string | undefined;
  /** The HTML to insert. */
  insert: string;
}

/** A source of suggestions for one trigger. */
export interface Source {
  trigger: string;
  /** The label of the list of suggestions. */
  label: string;
  find: (words: string) => readonly Suggestion[];
}

export interface Suggesting {
  label: string;
  found: readonly Suggestion[];
  chosen: number;
  /** The position of the list in the window, in pixels. */
  at: { left: number; top: number };
  choose: (index: number) => void;
  insert: (index: number) => void;
}

/**
 * Manages the suggestions at the caret. The list is open while the text before the caret contains a trigger with
 * matching suggestions. `onKeyDown` handles the keys of the list.
 */
export function useSuggest(editor: Editor | null, sources: readonly Source[], listId: string) {
  const t = useDesignTexts().editor;
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState<number>();

  const match = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      if (!now || sources.length === 0 || !now.isFocused) return undefined;
      const { $from, empty, from } = now.state.selection;
      if (!empty || $from.parent.type.spec.code) return undefined;
      const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n');
      const found = triggerBefore(
        before,
        sources.map(({ trigger }) => trigger),
      );
      return found && { ...found, from: from - found.length, to: from };
    },
  });
  const source =
    match && match.from !== dismissed ? sources.find((one) => one.trigger === match.trigger) : undefined;
  const found = source && match ? source.find(match.words) : [];
  const open = found.length > 0;
  const index = Math.min(chosen, found.length - 1);

  const words = match?.words;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the words change
  useEffect(() => setChosen(0), [words]);
  useEffect(() => {
    if (!match) setDismissed(undefined);
  }, [match]);
  useEffect(() => {
    if (open) announce(t.suggestions({ count: found.length }));
  }, [open, found.length, t]);

  const dom = editor && !editor.isDestroyed ? editor.view.dom : undefined;
  useEffect(() => {
    if (!dom || sources.length === 0) return;
    dom.setAttribute('aria-autocomplete', 'list');
    if (open) {
      dom.setAttribute('aria-controls', listId);
      dom.setAttribute('aria-activedescendant', `${listId}-${index}`);
    } else {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    }
  }, [dom, sources.length, open, index, listId]);

  function insert(which: number) {
    const suggestion = found[which];
    if (!editor || !match || !suggestion) return;
    editor
      .chain()
      .focus()
      .deleteRange({ from: match.from, to: match.to })
      .insertContent(suggestion.insert)
      .run();
  }

  const onKeyDown = useRef<(event: KeyboardEvent) => boolean>(() => false);
  onKeyDown.current = (event) => {
    if (event.isComposing) return false;
    // If no list is open, Escape removes the focus from the text, so that the page's shortcuts work.
    if (!open && event.key === 'Escape') editor?.view.dom.blur();
    if (!open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((index + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') insert(index);
    else if (event.key === 'Escape') setDismissed(match?.from);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  let suggesting: Suggesting | undefined;
  if (editor && source && match && open) {
    const { left, bottom } = editor.view.coordsAtPos(match.from);
    suggesting = {
      label: source.label,
      found,
      chosen: index,
      at: { left, top: bottom },
      choose: setChosen,
      insert,
    };
  }
  return { suggesting, onKeyDown };
}
