import { codingItems } from '../../analysis/coding-rows';
import { useAnswer } from '../../session/hooks';
import { ItemList } from './ItemList';

interface ExamplesProps {
  /** Row ids. */
  readonly ids: readonly number[];
  readonly columns: readonly string[];
}

/** Complaints by their place in the table. */
export function Examples(question: ExamplesProps) {
  const { data } = useAnswer('coding-items', question, codingItems);
  return <ItemList items={data ?? []} />;
}
