import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client';
import { Button } from '../../../design/button/Button';
import { CancelButton } from '../../../design/button/CancelButton';
import { TextField } from '../../../design/control/TextField';
import { Dialog } from '../../../design/dialog/Dialog';
import { useForm } from '../../../design/form/useForm';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { FormActions } from '../../../design/page/Card';
import { slugOf } from '../../knowledge/edit';
import { type Category, categoriesKey } from '../../knowledge/queries';
import classes from './Categories.module.css';
import { useTexts } from './texts';

const maxOrder = 10_000;

type Values = Record<'nameEs' | 'nameEn' | 'descriptionEs' | 'descriptionEn' | 'order', string>;

interface CategoryDialogProps {
  /** The category to edit; undefined for a new category. */
  category: Category | undefined;
  /** The highest order of all categories. A new category is placed after it. */
  lastOrder: number;
  onSaved: () => void;
  onClose: () => void;
}

export function CategoryDialog({ category, lastOrder, onSaved, onClose }: CategoryDialogProps) {
  const t = useTexts();
  const client = useQueryClient();
  const [newId, setNewId] = useState<string>();

  const save = useMutation({
    mutationFn: ({ id, values }: { id: string; values: Values }) =>
      dataOf(api.PUT('/categories/{id}', { params: { path: { id } }, body: requestOf(values) })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: categoriesKey });
      onSaved();
    },
  });

  const { field, formProps, busy } = useForm<Values>({
    initial: {
      nameEs: category?.names.es ?? '',
      nameEn: category?.names.en ?? '',
      descriptionEs: category?.descriptions?.es ?? '',
      descriptionEn: category?.descriptions?.en ?? '',
      order: String(category?.order ?? Math.min(lastOrder + 1, maxOrder)),
    },
    validate: ({ nameEs, order }) => ({
      nameEs: !nameEs.trim() && t.nameMissing,
      order: !(/^\d{1,5}$/.test(order.trim()) && Number(order) <= maxOrder) && t.orderInvalid,
    }),
    request: save,
    onSubmit: (values) => {
      // The id is stored, so that a retry saves the same category.
      const id = category?.id ?? newId ?? slugOf(values.nameEs);
      setNewId(id);
      save.mutate({ id, values });
    },
  });

  return (
    <Dialog title={category ? t.edit({ name: category.names.es }) : t.add} onClose={onClose}>
      <form {...formProps} className={classes.form}>
        <TextField label={t.nameEs} maxLength={120} {...field('nameEs')} data-autofocus="" required />
        <TextField label={t.nameEn} maxLength={120} {...field('nameEn')} optional />
        <TextField label={t.descriptionEs} maxLength={300} {...field('descriptionEs')} optional />
        <TextField label={t.descriptionEn} maxLength={300} {...field('descriptionEn')} optional />
        <TextField label={t.order} hint={t.orderHint} inputMode="numeric" {...field('order')} required />
        {save.error && <ProblemNotice error={save.error} />}
        <FormActions>
          <Button type="submit" busy={busy}>
            {t.save}
          </Button>
          <CancelButton kind="secondary" onClick={onClose} />
        </FormActions>
      </form>
    </Dialog>
  );
}

/** Returns the request. An empty English text is omitted. */
function requestOf({ nameEs, nameEn, descriptionEs, descriptionEn, order }: Values) {
  return {
    names: { es: nameEs, ...(nameEn.trim() && { en: nameEn }) },
    descriptions: { es: descriptionEs, ...(descriptionEn.trim() && { en: descriptionEn }) },
    order: Number(order),
  };
}
