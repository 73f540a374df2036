import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { type ImportExpression, parseSync, type StaticExportEntry, type TSImportType, Visitor } from 'oxc-parser';
import { ROOT } from './root';

/** One import as written, types included. */
export interface Import {
  /** A path from the project's folder for what is imported relatively, else the specifier (`react`, `echarts/core`). */
  readonly target: string;
  /** Loaded together with the importing module: not by `import()`, not as an address (`?url`), not only as a type. */
  readonly eager: boolean;
}

export interface SourceFile {
  /** From the project's folder: `src/domain/scope.ts`. */
  readonly file: string;
  readonly imports: readonly Import[];
}

/** What an `import()` of something else than a literal is recorded as: nobody can follow it. */
export const UNKNOWN_TARGET = '(computed)';

/** Paths of all TypeScript files below a folder of the project, sorted. */
export function typescriptFiles(folder: string): string[] {
  return readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => /\.tsx?$/.test(path))
    .sort();
}

/** Reads and parses files of the project. Throws on a file that does not parse. */
export function readSourceFiles(files: readonly string[]): SourceFile[] {
  return files.map((file) => ({ file, imports: importsOf(file, readFileSync(`${ROOT}/${file}`, 'utf8')) }));
}

/** Everything that a source text imports: statements, re-exports, `import()` and types by `import('…')`. */
export function importsOf(file: string, source: string): Import[] {
  const { module, program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const statements = module.staticImports.map(({ moduleRequest, entries }) =>
    resolve(file, moduleRequest.value, entries.length === 0 || entries.some((entry) => !entry.isType)),
  );
  const reexports = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }: StaticExportEntry) =>
      moduleRequest ? [resolve(file, moduleRequest.value, !isType)] : [],
    );
  return [...statements, ...reexports, ...lazyTargets(program).map((target) => resolve(file, target, false))];
}

function lazyTargets(program: ReturnType<typeof parseSync>['program']): string[] {
  const targets: string[] = [];
  const add = ({ source }: ImportExpression | TSImportType) =>
    targets.push(source.type === 'Literal' && typeof source.value === 'string' ? source.value : UNKNOWN_TARGET);
  new Visitor({ ImportExpression: add, TSImportType: add }).visit(program);
  return targets;
}

function resolve(file: string, specifier: string, eager: boolean): Import {
  const [bare = specifier, query] = specifier.split('?');
  if (!bare.startsWith('.')) return { target: bare, eager: eager && query === undefined };
  const path = posix.join(posix.dirname(file), bare);
  const target = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`].find(
    (candidate) => /\.\w+$/.test(candidate) && existsSync(`${ROOT}/${candidate}`),
  );
  return { target: target ?? path, eager: eager && query === undefined };
}
