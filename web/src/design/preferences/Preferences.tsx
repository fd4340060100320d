import { useId } from 'react';
import { type Language, languages, useLanguage } from '../../i18n/language';
import { Icon } from '../icon/Icon';
import { useDesignTexts } from '../texts';
import { setThemeChoice, type ThemeChoice, themeChoices, useThemeChoice } from '../theme/colorScheme';
import classes from './Preferences.module.css';

/** Controls to choose the language and the theme, on every page. */
export function Preferences({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const t = useDesignTexts();
  const language = useLanguage();
  const theme = useThemeChoice();
  const id = useId();
  return (
    <div className={classes.preferences}>
      <div className={classes.choice}>
        <label htmlFor={`${id}-language`}>{t.preferences.language}</label>
        <span className={classes.select}>
          <select
            id={`${id}-language`}
            value={language}
            onChange={(event) => onLanguage(event.target.value as Language)}
          >
            {languages.map((code) => (
              <option key={code} value={code} lang={code}>
                {t.languageName[code]}
              </option>
            ))}
          </select>
          <Icon name="chevronDown" />
        </span>
      </div>
      <div className={classes.choice}>
        <label htmlFor={`${id}-theme`}>{t.preferences.theme}</label>
        <span className={classes.select}>
          <select
            id={`${id}-theme`}
            value={theme}
            onChange={(event) => setThemeChoice(event.target.value as ThemeChoice)}
          >
            {themeChoices.map((choice) => (
              <option key={choice} value={choice}>
                {t.preferences.themes[choice]}
              </option>
            ))}
          </select>
          <Icon name="chevronDown" />
        </span>
      </div>
    </div>
  );
}
