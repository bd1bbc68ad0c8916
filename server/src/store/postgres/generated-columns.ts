/** Columns that PostgreSQL alone counts by itself (`generated always as identity`), as `table.column`. */
export const GENERATED_COLUMNS = ['figure_change.id']
