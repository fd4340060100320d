import type { ReactNode } from 'react';
import { ArticlePage } from './ArticlePage';
import { ListPage } from './ListPage';
import { NewArticlePage } from './NewArticlePage';
import { VersionsPage } from './VersionsPage';

interface KnowledgePageProps {
  /** The id of an article, or `nuevo`. */
  id: string | undefined;
  /** `versiones`, or for a new article the number of the ticket from which it is created. */
  part: string | undefined;
  notFound: ReactNode;
}

/** The pages of «Base de conocimientos» for staff: the list, a new article, an article or its versions. */
export default function KnowledgePage({ id, part, notFound }: KnowledgePageProps) {
  if (id === undefined) return <ListPage />;
  if (id === 'nuevo') return <NewArticlePage key={part} number={part} />;
  if (part === 'versiones') return <VersionsPage key={id} id={id} />;
  return part === undefined ? <ArticlePage key={id} id={id} /> : notFound;
}
