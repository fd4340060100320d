import { lazy, Suspense, useEffect, useState } from 'react';
import { listen } from './listen';
import { usePageCommands } from './usePageCommands';

const Palette = lazy(() => import('./Palette'));
const ShortcutHelp = lazy(() => import('./ShortcutHelp'));

type Panel = 'palette' | 'help';

let show: (panel: Panel) => void = () => {};

/** Opens the command palette. Buttons call it. */
export function openPalette(): void {
  show('palette');
}

/** Listens to shortcuts and shows the palette and the help. It is mounted once, for a signed-in person. */
export function Keyboard() {
  const [panel, setPanel] = useState<Panel>();
  useEffect(listen, []);
  useEffect(() => {
    show = setPanel;
  }, []);
  usePageCommands(setPanel);
  const close = () => setPanel(undefined);
  return (
    <Suspense fallback={null}>
      {panel === 'palette' && <Palette onClose={close} />}
      {panel === 'help' && <ShortcutHelp onClose={close} />}
    </Suspense>
  );
}
