import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { settingsQuery } from '../api/queries';
import { Loaded } from '../design/states/Loaded';
import { Skeleton } from '../design/states/States';
import type { Settings } from './useSettings';

interface WithSettingsProps {
  /** Shown while the settings are loading. */
  placeholder?: ReactNode;
  children: (settings: Settings) => ReactNode;
}

/** Renders children with the desk's settings. Shows a placeholder while they load, and an error with a retry. */
export function WithSettings({ placeholder = <Skeleton size="block" />, children }: WithSettingsProps) {
  return (
    <Loaded queries={[useQuery(settingsQuery)]} placeholder={placeholder}>
      {children}
    </Loaded>
  );
}
