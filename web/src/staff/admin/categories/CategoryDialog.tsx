import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { answer, api } from '../../../api/client';
import { Button } from '../../../design/button/Button';
import { focusFirstInvalid } from '../../../design/control/focusFirstInvalid';
import { TextField } from '../../../design/control/TextField';
import { Dialog } from '../../../design/dialog/Dialog';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { FormActions } from '../../../design/page/Card';
import { addressOf } from '../../knowledge/edit';
import { type Category, categoriesKey } from '../../knowledge/queries';
import classes from './Categories.module.css';
import { useTexts } from './texts';

interface CategoryDialogProps {
  /** Undefined for a new one. */
  category: Category | undefined;
  /** The last place that is taken: a new one comes after it. */
  last: number;
  onSaved: () => void;
  onClose: () => void;
}

export function CategoryDialog({ category, last, onSaved, onClose }: CategoryDialogProps) {
  const t = useTexts();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [value, setValue] = useState({
    nameEs: category?.names.es ?? '',
    nameEn: category?.names.en ?? '',
    descriptionEs: category?.descriptions?.es ?? '',
    descriptionEn: category?.descriptions?.en ?? '',
    order: String(category?.order ?? Math.min(last + 1, 10_000)),
  });
  const [tried, setTried] = useState(false);
  const [id, setId] = useState(category?.id);
  const set = (change: Partial<typeof value>) => setValue((before) => ({ ...before, ...change }));
  const order = /^\d{1,5}$/.test(value.order.trim()) ? Number(value.order) : -1;
  const wrongOrder = order < 0 || order > 10_000;

  const save = useMutation({
    mutationFn: (address: string) => {
      const names = { es: value.nameEs, ...(value.nameEn.trim() && { en: value.nameEn }) };
      const descriptions = {
        es: value.descriptionEs,
        ...(value.descriptionEn.trim() && { en: value.descriptionEn }),
      };
      const body = { names, descriptions, order };
      return answer(api.PUT('/categories/{id}', { params: { path: { id: address } }, body }));
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: categoriesKey });
      onSaved();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (save.isPending) return;
    setTried(true);
    if (!value.nameEs.trim() || wrongOrder) {
      focusFirstInvalid(form.current);
      return;
    }
    const address = id ?? addressOf(value.nameEs);
    setId(address);
    save.mutate(address);
  }

  return (
    <Dialog title={category ? t.edit({ name: category.names.es }) : t.add} onClose={onClose}>
      <form ref={form} noValidate onSubmit={submit} className={classes.form}>
        <TextField
          label={t.nameEs}
          maxLength={120}
          value={value.nameEs}
          onValue={(nameEs) => set({ nameEs })}
          error={tried && !value.nameEs.trim() ? t.nameMissing : undefined}
          data-autofocus=""
          required
        />
        <TextField
          label={t.nameEn}
          maxLength={120}
          value={value.nameEn}
          onValue={(nameEn) => set({ nameEn })}
          optional
        />
        <TextField
          label={t.descriptionEs}
          maxLength={300}
          value={value.descriptionEs}
          onValue={(descriptionEs) => set({ descriptionEs })}
          optional
        />
        <TextField
          label={t.descriptionEn}
          maxLength={300}
          value={value.descriptionEn}
          onValue={(descriptionEn) => set({ descriptionEn })}
          optional
        />
        <TextField
          label={t.order}
          hint={t.orderHint}
          inputMode="numeric"
          value={value.order}
          onValue={(typed) => set({ order: typed })}
          error={tried && wrongOrder ? t.orderWrong : undefined}
          required
        />
        {save.error && <ProblemNotice error={save.error} />}
        <FormActions>
          <Button type="submit" busy={save.isPending}>
            {t.save}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {t.cancel}
          </Button>
        </FormActions>
      </form>
    </Dialog>
  );
}
