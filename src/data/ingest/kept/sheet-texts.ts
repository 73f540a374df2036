import type { WorkspaceFiles } from '../../engine/workspace-files';
import type { FilePlan } from '../plan';
import type { BookHooks, Books } from '../workers/books';
import type { JournalEntry } from './journal';

const FOLDER = 'sheets';

/** An import, as far as its text goes. */
type Revised = Pick<JournalEntry, 'raw' | 'revision'>;

/**
 * The text that a file is read as: a text file's own, or that of a workbook's sheet. The latter is kept beside the raw copy, so that a
 * record is shown without reading the workbook again and stands where the journal says; a missing one is made again.
 */
export class SheetTexts {
  constructor(
    private readonly files: WorkspaceFiles,
    private readonly books: Books,
  ) {}

  /** @throws Error when the workbook cannot be read (any more) */
  async of(file: File, { book, part }: Pick<FilePlan, 'book' | 'part'>, hooks?: BookHooks): Promise<File> {
    if (book === undefined) return file;
    const sheet = await this.books.sheet(file, { sheet: book.sheet, table: part?.table ?? 0 }, hooks);
    if (sheet === undefined || 'refused' in sheet)
      throw new Error(`${file.name}: ${book.sheet} cannot be read (${sheet?.refused.code ?? 'no workbook'})`);
    return sheet.text;
  }

  /** Keeps the text of a workbook's sheet; of a text file there is nothing to keep. */
  async keep(text: Blob, entry: Revised & { readonly plan: Pick<FilePlan, 'book'> }): Promise<void> {
    if (entry.plan.book !== undefined) await this.files.write(placeOf(entry), text);
  }

  /** The text behind an import; null when its raw copy is missing. */
  async ofEntry(entry: Revised & Pick<JournalEntry, 'plan'>, hooks?: BookHooks): Promise<File | null> {
    const { raw, plan } = entry;
    const kept = plan.book === undefined ? null : await this.files.read(placeOf(entry));
    if (kept !== null) return new File([kept], plan.name);
    const copy = await this.files.read(raw);
    if (copy === null) return null;
    const text = await this.of(new File([copy], plan.name), plan, hooks);
    // It is only a copy: without room for it the text is made each time.
    await this.keep(text, entry).catch(() => undefined);
    return text;
  }

  async remove(entry: Revised): Promise<void> {
    await this.files.remove(placeOf(entry));
  }

  /** Removes the texts of imports that are not in the journal. */
  async sweep(entries: readonly Revised[]): Promise<void> {
    const known = new Set(entries.map(placeOf));
    for (const name of await this.files.list(FOLDER))
      if (!known.has(`${FOLDER}/${name}`)) await this.files.remove(`${FOLDER}/${name}`);
  }
}

/** Another revision may read another sheet: its text never stands where that of the one before is looked for, should it be broken off. */
function placeOf({ raw, revision = 0 }: Revised): string {
  return raw.replace(/^raw\//, `${FOLDER}/`) + (revision === 0 ? '' : `-${revision}`);
}
