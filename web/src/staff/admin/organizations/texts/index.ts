import { defineTexts } from '../../../../i18n/catalog';
import { en } from './en';
import { es } from './es';

export const { useTexts } = defineTexts({ es, en });
