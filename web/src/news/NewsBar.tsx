import { useEffect, useState } from 'react';
import { Button } from '../design/button/Button';
import { Icon } from '../design/icon/Icon';
import { useDesignTexts } from '../design/texts';
import classes from './NewsBar.module.css';
import { newsText } from './newsText';
import type { News } from './useNews';

interface NewsBarProps {
  news: News;
  onSee: (entryId: string) => void;
  onBack: () => void;
}

/** Announces new entries at the top of the page. It overlaps the page, so that its appearance moves nothing (D8). */
export function NewsBar({ news, onSee, onBack }: NewsBarProps) {
  const t = useDesignTexts().news;
  const [leftForm, setLeftForm] = useState(false);
  const [target, setTarget] = useState<string>();
  const first = news.fresh[0];

  // After the render, as the thread may not have shown the entry before.
  useEffect(() => {
    if (!target) return;
    onSee(target);
    setTarget(undefined);
  }, [target, onSee]);

  return (
    <div className={classes.place}>
      {first ? (
        <div className={classes.bar}>
          <Icon name={news.fresh.at(-1)?.kind === 'message' ? 'mail' : 'info'} />
          <span>{newsText(t, news.fresh)}</span>
          <Button
            small
            onClick={() => {
              news.see();
              setLeftForm(news.typing);
              setTarget(first.id);
            }}
          >
            {t.see}
          </Button>
        </div>
      ) : (
        leftForm &&
        news.typing && (
          <div className={classes.bar}>
            <Button
              small
              kind="secondary"
              icon="pencil"
              onClick={() => {
                setLeftForm(false);
                onBack();
              }}
            >
              {t.back}
            </Button>
          </div>
        )
      )}
    </div>
  );
}
