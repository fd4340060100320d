import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSettings } from '../../app/useSettings';
import { Button, LinkButton } from '../../design/button/Button';
import { SelectField } from '../../design/control/SelectField';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { Page } from '../../design/page/Page';
import { Loaded } from '../../design/states/Loaded';
import { languages, useLanguage } from '../../i18n/language';
import { routes } from '../routes';
import classes from './Article.module.css';
import { InternalBadge, StateBadge } from './Badges';
import { DiscardDialog, PublishDialog, RetireDialog } from './ConfirmDialogs';
import { Conflict } from './Conflict';
import { type Edit, isEmpty, missingParts } from './edit';
import { LanguageForm } from './LanguageForm';
import { Preview } from './Preview';
import { type ArticleDraft, categoriesQuery, useTitleOf } from './queries';
import { useTexts } from './texts';
import { type Saving, useArticle } from './useArticle';

type DialogName = 'preview' | 'publish' | 'retire' | 'discard';
type Done = 'published' | 'retired';

/** Edits an article in both languages. Changes are saved automatically, but readers see them only after publication. */
export function ArticleEditor({ saved }: { saved: ArticleDraft }) {
  const texts = useTexts();
  const t = texts.editor;
  const { deskName } = useSettings();
  const titleOf = useTitleOf();
  const categories = useQuery(categoriesQuery(useLanguage()));
  const article = useArticle(saved);
  const [openDialog, setOpenDialog] = useState<DialogName>();
  const [done, setDone] = useState<Done>();
  const { edit } = article;
  const titles = { es: edit.texts.es.title.trim(), en: edit.texts.en.title.trim() };
  const allows = (action: ArticleDraft['actions'][number]) => saved.actions.includes(action);
  const nextVersion = (saved.published?.number ?? 0) + 1;

  function set(change: Partial<Edit>) {
    setDone(undefined);
    article.set(change);
  }

  async function show(dialog: DialogName) {
    setDone(undefined);
    try {
      await article.flush();
      setOpenDialog(dialog);
    } catch {
      // The page shows why saving failed.
    }
  }

  function finish(outcome: Done, updated: ArticleDraft) {
    article.replaceStored(updated);
    setOpenDialog(undefined);
    setDone(outcome);
  }

  return (
    <div className={classes.article}>
      <LinkButton kind="quiet" small icon="chevronLeft" href={routes.knowledge()}>
        {t.back}
      </LinkButton>
      <Page
        title={titleOf(titles, texts.untitled)}
        deskName={deskName}
        lead={
          <span className={classes.state}>
            <StateBadge
              state={article.saving === 'saved' || saved.state === 'draft' ? saved.state : 'changed'}
            />
            {edit.audience === 'internal' && <InternalBadge />}
            <SavingState saving={article.saving} />
          </span>
        }
        actions={
          <>
            <Button kind="secondary" icon="eye" onClick={() => void show('preview')}>
              {t.preview}
            </Button>
            {allows('publish') && (saved.state !== 'published' || article.saving !== 'saved') && (
              <Button icon="check" onClick={() => void show('publish')}>
                {saved.state === 'draft' ? t.publish : t.publishChanges}
              </Button>
            )}
          </>
        }
      >
        {article.saving === 'conflict' && <Conflict article={article} />}
        {article.problem && article.saving === 'failed' && (
          <ProblemNotice
            error={article.problem}
            actions={
              <Button small kind="secondary" onClick={article.retry}>
                {t.retry}
              </Button>
            }
          />
        )}
        {article.restored && <Notice>{t.restored}</Notice>}
        {done && (
          <Notice
            tone="success"
            live
            actions={
              done === 'published' && (
                <a href={`/faq/articulo/${encodeURIComponent(saved.id)}`} target="_blank" rel="noopener">
                  {t.openPublic}
                </a>
              )
            }
          >
            {done === 'published' ? t.published : t.retired}
          </Notice>
        )}
        {!allows('publish') && saved.state !== 'published' && <Notice>{t.askPublish}</Notice>}
        <div className={classes.about}>
          <Loaded queries={[categories]}>
            {(all) => (
              <SelectField
                label={t.category}
                choices={all.map(({ id, name }) => ({ value: id, label: name }))}
                value={edit.categoryId}
                onValue={(categoryId) => set({ categoryId })}
              />
            )}
          </Loaded>
          <SelectField
            label={t.audience}
            choices={(['public', 'internal'] as const).map((value) => ({
              value,
              label: `${texts.audience[value]}: ${texts.newArticle.audienceText[value]}`,
            }))}
            value={edit.audience}
            onValue={(audience) => set({ audience: audience as Edit['audience'] })}
          />
        </div>
        <div className={classes.languages}>
          {languages.map((language) => (
            <LanguageForm
              key={language}
              language={language}
              text={edit.texts[language]}
              missing={isEmpty(edit.texts[language])}
              onText={(text) => set({ texts: { ...edit.texts, [language]: text } })}
            />
          ))}
        </div>
        <div className={classes.more}>
          {saved.published && (
            <LinkButton kind="secondary" small href={routes.knowledge(saved.id, 'versiones')}>
              {t.versions}
            </LinkButton>
          )}
          {allows('retire') && (
            <Button kind="quiet" small onClick={() => void show('retire')}>
              {t.retire}
            </Button>
          )}
          {allows('discard') && (
            <Button kind="quiet" small onClick={() => setOpenDialog('discard')}>
              {t.discard}
            </Button>
          )}
        </div>
      </Page>
      {openDialog === 'preview' && <Preview draft={saved} onClose={() => setOpenDialog(undefined)} />}
      {openDialog === 'publish' && (
        <PublishDialog
          draft={saved}
          missing={missingParts(edit)}
          number={nextVersion}
          onDone={(updated) => finish('published', updated)}
          onClose={() => setOpenDialog(undefined)}
        />
      )}
      {openDialog === 'retire' && (
        <RetireDialog
          draft={saved}
          onDone={(updated) => finish('retired', updated)}
          onClose={() => setOpenDialog(undefined)}
        />
      )}
      {openDialog === 'discard' && <DiscardDialog draft={saved} onClose={() => setOpenDialog(undefined)} />}
    </div>
  );
}

function SavingState({ saving }: { saving: Saving }) {
  const t = useTexts().editor;
  const words: Record<Saving, string> = {
    saved: t.saved,
    saving: t.saving,
    unsaved: t.unsaved,
    failed: t.unsaved,
    conflict: t.unsaved,
  };
  return (
    <span role="status" className={classes.saving} data-saving={saving}>
      {words[saving]}
    </span>
  );
}
