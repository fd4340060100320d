import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { settingsQuery } from '../api/queries';
import { Loaded } from '../design/states/Loaded';
import { Skeleton } from '../design/states/States';
import type { Settings } from './useDesk';

interface WithSettingsProps {
  /** What stands in its place meanwhile. */
  waiting?: ReactNode;
  children: (settings: Settings) => ReactNode;
}

/** What needs the desk's settings, and the way to ask again when they don't come. */
export function WithSettings({ waiting = <Skeleton size="block" />, children }: WithSettingsProps) {
  return (
    <Loaded of={[useQuery(settingsQuery)]} waiting={waiting}>
      {children}
    </Loaded>
  );
}
