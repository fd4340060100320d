import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import { TextField } from '../../../design/control/TextField';
import { FormDialog } from '../../../design/dialog/FormDialog';
import { useForm } from '../../../design/form/useForm';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { type Category, categoriesKey } from '../../knowledge/queries';
import { useSlug } from '../../knowledge/useSlug';
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
  const idFor = useSlug();

  const save = useMutation({
    mutationFn: ({ id, values }: { id: string; values: Values }) =>
      dataOf(api.PUT('/categories/{id}', { params: { path: { id } }, body: requestOf(values) })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: categoriesKey });
      onSaved();
    },
  });

  const form = useForm<Values>({
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
    onSubmit: (values) => save.mutate({ id: category?.id ?? idFor(values.nameEs), values }),
  });
  const { field } = form;

  return (
    <FormDialog
      title={category ? t.edit({ name: category.names.es }) : t.add}
      form={form}
      submit={t.save}
      onClose={onClose}
    >
      <TextField label={t.nameEs} maxLength={120} {...field('nameEs')} data-autofocus="" required />
      <TextField label={t.nameEn} maxLength={120} {...field('nameEn')} optional />
      <TextField label={t.descriptionEs} maxLength={300} {...field('descriptionEs')} optional />
      <TextField label={t.descriptionEn} maxLength={300} {...field('descriptionEn')} optional />
      <TextField label={t.order} hint={t.orderHint} inputMode="numeric" {...field('order')} required />
      {save.error && <ProblemNotice error={save.error} />}
    </FormDialog>
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
