import { lazy, Suspense, useEffect, useState } from 'react';
import { listen } from './listen';
import { usePageCommands } from './usePageCommands';

const Palette = lazy(() => import('./Palette'));
const ShortcutHelp = lazy(() => import('./ShortcutHelp'));

type Shown = 'palette' | 'help';

let show: (what: Shown) => void = () => {};

/** Opens the command palette. Buttons call it. */
export function openPalette(): void {
  show('palette');
}

/** Listens to shortcuts and shows the palette and the help. It is mounted once, for a signed-in person. */
export function Keyboard() {
  const [shown, setShown] = useState<Shown>();
  useEffect(listen, []);
  useEffect(() => {
    show = setShown;
  }, []);
  usePageCommands(setShown);
  const close = () => setShown(undefined);
  return (
    <Suspense fallback={null}>
      {shown === 'palette' && <Palette onClose={close} />}
      {shown === 'help' && <ShortcutHelp onClose={close} />}
    </Suspense>
  );
}
