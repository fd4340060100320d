/** The changes that can be applied to all selected tickets at once, in the order of the buttons. */
export const bulkActions = ['assign', 'transfer', 'priority', 'status', 'tag'] as const;
export type BulkAction = (typeof bulkActions)[number];
