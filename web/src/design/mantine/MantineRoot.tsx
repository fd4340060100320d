import { createTheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useColorScheme } from '../theme/colorScheme';
import './variables.css';

const theme = createTheme({
  // Scroll locking and responsive style props insert style elements, which the content security policy forbids.
  components: {
    Modal: { defaultProps: { lockScroll: false } },
    Drawer: { defaultProps: { lockScroll: false } },
  },
  respectReducedMotion: true,
});

/**
 * Mantine's interactive components (menus, comboboxes, popovers) in the desk's own colours. It adds no style elements:
 * variables.css has the variables, and each component's style sheet is imported where the component is used.
 */
export function MantineRoot({ children }: { children: ReactNode }) {
  const scheme = useColorScheme();
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
