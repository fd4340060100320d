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
  suggestions: readonly Suggestion[];
  selected: number;
  /** The position of the typed words in the window, in pixels. */
  position: { left: number; top: number; bottom: number };
  choose: (index: number) => void;
  insert: (index: number) => void;
}

/**
 * Manages the suggestions at the caret. The list is open while the text before the caret contains a trigger with
 * matching suggestions. `onKeyDown` handles the keys of the list.
 */
export function useSuggest(editor: Editor | null, sources: readonly Source[], listId: string) {
  const t = useDesignTexts().editor;
  const [selected, setSelected] = useState(0);
  const [dismissed, setDismissed] = useState<number>();

  const match = useEditorState({
    editor,
    selector: ({ editor: updated }) => {
      if (!updated || sources.length === 0 || !updated.isFocused) return undefined;
      const { $from, empty, from } = updated.state.selection;
      if (!empty || $from.parent.type.spec.code) return undefined;
      const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n');
      const trigger = triggerBefore(
        before,
        sources.map((source) => source.trigger),
      );
      return trigger && { ...trigger, from: from - trigger.length, to: from };
    },
  });
  const source =
    match && match.from !== dismissed ? sources.find(({ trigger }) => trigger === match.trigger) : undefined;
  const suggestions = source && match ? source.find(match.words) : [];
  const open = suggestions.length > 0;
  const index = Math.min(selected, suggestions.length - 1);

  const words = match?.words;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the words change
  useEffect(() => setSelected(0), [words]);
  useEffect(() => {
    if (!match) setDismissed(undefined);
  }, [match]);
  useEffect(() => {
    if (open) announce(t.suggestions({ count: suggestions.length }));
  }, [open, suggestions.length, t]);

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

  function insert(position: number) {
    const suggestion = suggestions[position];
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
    if (step) setSelected((index + step + suggestions.length) % suggestions.length);
    else if (event.key === 'Enter' || event.key === 'Tab') insert(index);
    else if (event.key === 'Escape') setDismissed(match?.from);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  let suggesting: Suggesting | undefined;
  if (editor && source && match && open) {
    const { left, top, bottom } = editor.view.coordsAtPos(match.from);
    suggesting = {
      label: source.label,
      suggestions,
      selected: index,
      position: { left, top, bottom },
      choose: setSelected,
      insert,
    };
  }
  return { suggesting, onKeyDown };
}
