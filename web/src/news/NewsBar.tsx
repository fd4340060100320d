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

/** Lies over the page's top edge and takes no room, so that its coming moves nothing. What it says is also read aloud. */
export function NewsBar({ news, onSee, onBack }: NewsBarProps) {
  const t = useDesignTexts().news;
  const [away, setAway] = useState(false);
  const [going, setGoing] = useState<string>();
  const first = news.fresh[0];

  // What is to be seen may first have to be shown.
  useEffect(() => {
    if (!going) return;
    onSee(going);
    setGoing(undefined);
  }, [going, onSee]);

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
              setAway(news.typing);
              setGoing(first.id);
            }}
          >
            {t.see}
          </Button>
        </div>
      ) : (
        away &&
        news.typing && (
          <div className={classes.bar}>
            <Button
              small
              kind="secondary"
              icon="pencil"
              onClick={() => {
                setAway(false);
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
