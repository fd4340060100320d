import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Schemas } from '../../api/client';
import type { IconName } from '../../design/icon/Icon';
import type { SectionProps } from './sectionProps';
import type { AdminTexts } from './texts/es';

export interface Section {
  /** The key of the section's texts. */
  key: keyof AdminTexts['sections'];
  /** The section's path after `#/admin/`. It is in Spanish in both languages. */
  path: string;
  icon: IconName;
  roles: readonly Schemas['Role'][];
  /** The content of the section below its heading. */
  Content: LazyExoticComponent<ComponentType<SectionProps>>;
}

/**
 * Every section, in the order of the menu. To add a section, add an element here, its title in `texts`, and a folder
 * for its page.
 */
export const sections: readonly Section[] = [
  {
    key: 'topics',
    path: 'temas',
    icon: 'ticket',
    roles: ['admin'],
    Content: lazy(() => import('./topics/Topics')),
  },
  {
    key: 'departments',
    path: 'departamentos',
    icon: 'bulletList',
    roles: ['admin'],
    Content: lazy(() => import('./departments/Departments')),
  },
  {
    key: 'teams',
    path: 'equipos',
    icon: 'user',
    roles: ['admin'],
    Content: lazy(() => import('./teams/Teams')),
  },
  {
    key: 'organizations',
    path: 'organizaciones',
    icon: 'link',
    roles: ['admin'],
    Content: lazy(() => import('./organizations/Organizations')),
  },
  {
    key: 'routing',
    path: 'reglas',
    icon: 'orderedList',
    roles: ['supervisor', 'admin'],
    Content: lazy(() => import('./routing/RoutingRules')),
  },
  {
    key: 'agents',
    path: 'agentes',
    icon: 'user',
    roles: ['supervisor', 'admin'],
    Content: lazy(() => import('./agents/Agents')),
  },
  {
    key: 'accountRequests',
    path: 'solicitudes',
    icon: 'mail',
    roles: ['admin'],
    Content: lazy(() => import('./accountrequests/AccountRequests')),
  },
  {
    key: 'categories',
    path: 'categorias',
    icon: 'book',
    roles: ['supervisor', 'admin'],
    Content: lazy(() => import('./categories/Categories')),
  },
  {
    key: 'articleFigures',
    path: 'utilidad',
    icon: 'checkCircle',
    roles: ['supervisor', 'admin'],
    Content: lazy(() => import('./articlefigures/ArticleFigures')),
  },
  {
    key: 'calendar',
    path: 'calendario',
    icon: 'clock',
    roles: ['admin'],
    Content: lazy(() => import('./calendar/Calendar')),
  },
];
