import type { ReactNode } from 'react';
import { ArticlePage } from './ArticlePage';
import { ListPage } from './ListPage';
import { NewArticlePage } from './NewArticlePage';
import { VersionsPage } from './VersionsPage';

interface KnowledgePageProps {
  /** An article's id, or `nuevo`. */
  id: string | undefined;
  /** `versiones`, or for a new article the number of the ticket it is made from. */
  part: string | undefined;
  notFound: ReactNode;
}

/** «Base de conocimientos» for staff: the list, a new article, an article or its versions. */
export default function KnowledgePage({ id, part, notFound }: KnowledgePageProps) {
  if (id === undefined) return <ListPage />;
  if (id === 'nuevo') return <NewArticlePage key={part} number={part} />;
  if (part === 'versiones') return <VersionsPage key={id} id={id} />;
  return part === undefined ? <ArticlePage key={id} id={id} /> : notFound;
}
