import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Schemas } from '../api/client';
import { settingsQuery } from '../api/queries';
import { applyAccent } from '../design/theme/accent';

export type Settings = Schemas['Settings'];

/** The desk's name until the settings have loaded, and in the prerendered pages (A4). */
export const defaultDeskName = __DESK_NAME__;

/** Returns the desk's public settings, with a default name while they load. It also applies the desk's accent colour. */
export function useSettings(): { deskName: string; settings: Settings | undefined } {
  const { data: settings } = useQuery(settingsQuery);
  const accent = settings?.accentColor;
  useEffect(() => applyAccent(accent), [accent]);
  return { deskName: settings?.deskName ?? defaultDeskName, settings };
}
