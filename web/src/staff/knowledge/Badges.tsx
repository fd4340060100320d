import type { Schemas } from '../../api/client';
import { Badge } from '../../design/badges/Badges';
import { useTexts } from './texts';

const looks = { draft: 'unset', published: 'resolved', changed: 'open' } as const;
const icons = { draft: 'circleDashed', published: 'checkCircle', changed: 'circleDot' } as const;

export function StateBadge({ state }: { state: Schemas['ArticleState'] }) {
  const t = useTexts();
  return (
    <Badge look={looks[state]} icon={icons[state]}>
      {t.state[state]}
    </Badge>
  );
}

/** A badge for internal articles. Public articles have no badge. */
export function InternalBadge() {
  const t = useTexts();
  return (
    <Badge look="note" icon="lock">
      {t.audience.internal}
    </Badge>
  );
}

export function WarningBadge({ children }: { children: string }) {
  return (
    <Badge look="warning" icon="alert">
      {children}
    </Badge>
  );
}
