import { useSettings } from '../../app/useSettings';
import { Preferences } from '../../design/preferences/Preferences';
import { useChooseLanguage } from '../../design/preferences/useChooseLanguage';
import { useTexts } from '../texts';
import classes from './Footer.module.css';

/** The footer (A5). The workspace has no footer, so that the tickets have the whole window. */
export function Footer() {
  const t = useTexts().footer;
  const { deskName } = useSettings();
  const choose = useChooseLanguage();
  return (
    <footer className={classes.footer}>
      <p>{t.copyright({ year: new Date().getFullYear(), name: deskName })}</p>
      <Preferences onLanguage={choose} />
    </footer>
  );
}
