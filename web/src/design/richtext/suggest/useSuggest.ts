import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../../announce/announce';
import { useDesignTexts } from '../../texts';
import { askedFor } from './trigger';

export interface Suggestion {
  id: string;
  label: string;
  detail?: string | undefined;
  /** What it puts into the text, as HTML. */
  insert: string;
}

/** What a trigger offers. */
export interface Source {
  trigger: string;
  /** Names the list. */
  label: string;
  find: (words: string) => readonly Suggestion[];
}

export interface Suggesting {
  label: string;
  found: readonly Suggestion[];
  chosen: number;
  /** Where the list goes, in pixels of the page. */
  at: { left: number; top: number };
  choose: (index: number) => void;
  insert: (index: number) => void;
}

/** The list at the caret: open while something is asked for and found. `onKeyDown` takes the keys that move in it. */
export function useSuggest(editor: Editor | null, sources: readonly Source[], listId: string) {
  const t = useDesignTexts().editor;
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState<number>();

  const asked = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      if (!now || sources.length === 0 || !now.isFocused) return undefined;
      const { $from, empty, from } = now.state.selection;
      if (!empty || $from.parent.type.spec.code) return undefined;
      const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n');
      const found = askedFor(
        before,
        sources.map(({ trigger }) => trigger),
      );
      return found && { ...found, from: from - found.length, to: from };
    },
  });
  const source =
    asked && asked.from !== dismissed ? sources.find((one) => one.trigger === asked.trigger) : undefined;
  const found = source && asked ? source.find(asked.words) : [];
  const open = found.length > 0;
  const index = Math.min(chosen, found.length - 1);

  const words = asked?.words;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the first again
  useEffect(() => setChosen(0), [words]);
  useEffect(() => {
    if (!asked) setDismissed(undefined);
  }, [asked]);
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
    if (!editor || !asked || !suggestion) return;
    editor
      .chain()
      .focus()
      .deleteRange({ from: asked.from, to: asked.to })
      .insertContent(suggestion.insert)
      .run();
  }

  const onKeyDown = useRef<(event: KeyboardEvent) => boolean>(() => false);
  onKeyDown.current = (event) => {
    if (event.isComposing) return false;
    // The editor keeps Escape to itself; where it closes no list it leaves the text, so that the page's keys work.
    if (!open && event.key === 'Escape') editor?.view.dom.blur();
    if (!open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((index + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') insert(index);
    else if (event.key === 'Escape') setDismissed(asked?.from);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  let suggesting: Suggesting | undefined;
  if (editor && source && asked && open) {
    const { left, bottom } = editor.view.coordsAtPos(asked.from);
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
