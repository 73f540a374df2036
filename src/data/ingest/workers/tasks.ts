import type { Dialect, FilePlan, ImportOptions, Scan } from '../plan';
import type { Refusal, SheetFacts } from '../survey/analyse';
import type { Contained } from '../survey/archive';
import type { Learned } from '../survey/profile';
import type { ComputedCell } from '../text/computed-cells';

/** What the ingest worker can be asked to do, and what it answers. */
export interface Tasks {
  /** Find out what a file is. `clean` names where a copy in UTF-8 goes, should one be needed. */
  analyse: {
    input: {
      file: File;
      options: ImportOptions;
      clean: string | null;
      sheet: SheetFacts | undefined;
      learned: Learned;
    };
    output: FilePlan | Refusal;
  };
  /** The files inside a zip; null when it is not an archive of files. */
  unpack: { input: { file: File }; output: Contained[] | null };
  /** Read a file again whose plan is known, to rebuild from it. */
  rescan: {
    input: { file: File; dialect: Dialect; landmarks: Landmarks; clean: string | null };
    output: Scan;
  };
  /** Write the clean copy of a file that the engine cannot read as it stands. Without a place for it the copy itself is the answer. */
  clean: { input: { file: File; dialect: Dialect; clean: string | null }; output: Blob | null };
  /** Fingerprint a file and keep its raw copy, if there is a place for it. */
  keep: { input: { file: File; raw: string | null }; output: string };
}

/** Source columns that matter for loading: the key, the time, and those whose values are counted. */
export interface Landmarks {
  readonly key: number | undefined;
  readonly time: number | undefined;
  readonly count: readonly number[];
  /** Those that are made of others. */
  readonly computed: readonly ComputedCell[];
}

export type TaskName = keyof Tasks;

/** Paths are from the root of the origin's private file system. */
export type Request =
  | { [Name in TaskName]: { id: number; task: Name; input: Tasks[Name]['input'] } }[TaskName]
  | { id: number; cancel: true };

export type Response =
  | { id: number; bytes: number }
  | { id: number; output: Tasks[TaskName]['output'] }
  | { id: number; error: { name: string; message: string } };
