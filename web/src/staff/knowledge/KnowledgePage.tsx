import type { ReactNode } from 'react';
import { ArticlePage } from './ArticlePage';
import { BeginPage } from './BeginPage';
import { ListPage } from './ListPage';
import { VersionsPage } from './VersionsPage';

interface KnowledgePageProps {
  /** The article's, or `nuevo`. */
  id: string | undefined;
  /** `versiones`, or of a new article the ticket that it comes from. */
  part: string | undefined;
  notFound: ReactNode;
}

/** «Base de conocimientos» for those who write it: the list, a new article, an article, its versions. */
export default function KnowledgePage({ id, part, notFound }: KnowledgePageProps) {
  if (id === undefined) return <ListPage />;
  if (id === 'nuevo') return <BeginPage key={part} number={part} />;
  if (part === 'versiones') return <VersionsPage key={id} id={id} />;
  return part === undefined ? <ArticlePage key={id} id={id} /> : notFound;
}
