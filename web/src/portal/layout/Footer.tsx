import { useSyncExternalStore } from 'react';
import { useSettings } from '../../app/useSettings';
import { Preferences } from '../../design/preferences/Preferences';
import { useChooseLanguage } from '../../design/preferences/useChooseLanguage';
import { useTexts } from '../texts';
import classes from './Footer.module.css';

const subscribeToNothing = () => () => undefined;

/** Returns the current year. Hydration starts with the year of the build. */
function useYear(): number {
  return useSyncExternalStore(
    subscribeToNothing,
    () => new Date().getFullYear(),
    () => __BUILD_YEAR__,
  );
}

/** The footer (A5), with the choice of language and theme. */
export function Footer() {
  const t = useTexts().footer;
  const { deskName, settings } = useSettings();
  const choose = useChooseLanguage();
  const year = useYear();
  return (
    <footer className={classes.footer}>
      <div className={classes.row}>
        <div className={classes.about}>
          <p>{t.copyright({ year, desk: deskName })}</p>
          {settings?.contactEmail && (
            <p>
              {t.contact} <a href={`mailto:${settings.contactEmail}`}>{settings.contactEmail}</a>
            </p>
          )}
        </div>
        <Preferences onLanguage={choose} />
      </div>
    </footer>
  );
}
