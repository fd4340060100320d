import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'wouter';
import { useLanguage } from '../../i18n/language';
import { Announcer } from '../announce/announce';
import { Boundary } from '../states/Boundary';
import classes from './RootLayout.module.css';
import { mainId, SkipLink } from './SkipLink';
import { useFocusRecovery } from './useFocusRecovery';

interface RootLayoutProps {
  header: ReactNode;
  footer: ReactNode;
  /** Whether the page uses the full width of the window. */
  wide?: boolean;
  children: ReactNode;
}

/**
 * The layout of every page: skip link, header, main, footer and live region. It also sets the language of the document.
 */
export function RootLayout({ header, footer, wide = false, children }: RootLayoutProps) {
  const language = useLanguage();
  const [page] = useLocation();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useFocusRecovery(mainId);
  return (
    <div className={classes.layout}>
      <SkipLink />
      {header}
      <main id={mainId} tabIndex={-1} className={wide ? classes.wide : classes.main}>
        <Boundary page={page}>{children}</Boundary>
      </main>
      {footer}
      <Announcer />
    </div>
  );
}
