import { useRef } from 'react';
import { IconButton } from '../button/Button';
import { Icon } from '../icon/Icon';
import { useDesignTexts } from '../texts';
import { maxSearchLength } from './maxSearchLength';
import classes from './SearchBox.module.css';

interface SearchBoxProps {
  label: string;
  placeholder?: string;
  value: string;
  onValue: (value: string) => void;
  /** The ids of the list that the box filters, and of the option that Enter chooses. The focus stays in the box. */
  controls?: string;
  activeOption?: string | undefined;
}

/** A search box. The form around it and its button («Ir») belong to the page. */
export function SearchBox({ label, placeholder, value, onValue, controls, activeOption }: SearchBoxProps) {
  const t = useDesignTexts();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={classes.box}>
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        enterKeyHint="search"
        maxLength={maxSearchLength}
        className={classes.input}
        aria-label={label}
        {...(controls && {
          role: 'combobox',
          autoComplete: 'off',
          'aria-autocomplete': 'list',
          'aria-expanded': activeOption !== undefined,
          'aria-controls': controls,
          'aria-activedescendant': activeOption,
        })}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
      {value && (
        <IconButton
          icon="close"
          label={t.search.clear}
          onClick={() => {
            onValue('');
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
